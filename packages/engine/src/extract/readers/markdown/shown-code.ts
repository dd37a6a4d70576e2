/** How the comment about rights begins that stands above code and is no part of what the code shows. */
const LEGAL_OPENING = /^(?:copyright\b|©|SPDX-)/i;
const LEGAL = /\bcopyright|©|\bSPDX-|\blicen[sc]e|\ball rights reserved\b|\bWITHOUT WARRANT/i;
const LINE_COMMENT = /^(?:\/\/|#|--|;+|%+)(?:[ \t]+(?<text>.*))?$/;
/** Longer comments are no header. */
const MOST_HEADER_LINES = 40;

/** The lines of a code fence that its page shows: no hidden lines of Rust, and no copyright header above the code. */
export function shownCode(code: string, language: string | undefined): string {
  if (/^(?:md|mdx|markdown)$/i.test(language ?? '')) return code;
  return withoutHeader(/^(?:rust|rs)$/i.test(language ?? '') ? withoutHiddenLines(code) : code);
}

/** Books and documentation of Rust hide lines that begin with `# `, and show `##` as `#`. */
function withoutHiddenLines(code: string): string {
  if (!code.includes('#')) return code;
  const lines = code.split('\n').filter((line) => !/^[ \t]*#(?:[ \t]|$)/.test(line));
  return lines.map((line) => line.replace(/^([ \t]*)##/, '$1#')).join('\n');
}

/** A fence that holds nothing but the header is about the header, and keeps it. */
function withoutHeader(code: string): string {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const length = start < 0 ? 0 : headerLength(lines.slice(start, start + MOST_HEADER_LINES));
  const rest = lines.slice(start + length).join('\n');
  return length === 0 || rest.trim() === '' ? code : rest;
}

function headerLength(lines: readonly string[]): number {
  return lines[0]?.startsWith('/*') ? blockHeaderLength(lines) : lineHeaderLength(lines);
}

function blockHeaderLength(lines: readonly string[]): number {
  const end = lines.findIndex((line) => line.trimEnd().endsWith('*/'));
  const texts = lines.slice(0, end + 1).map((line) => line.replace(/^\s*(?:\/?\*+!?)?[ \t]*/, ''));
  return LEGAL_OPENING.test(texts.find((text) => text !== '') ?? '') ? end + 1 : 0;
}

/** Paragraphs of comment lines, as far as each of them speaks of rights. */
function lineHeaderLength(lines: readonly string[]): number {
  const texts: string[] = [];
  for (const line of lines) {
    const comment = LINE_COMMENT.exec(line);
    if (comment === null) break;
    texts.push(comment.groups?.['text']?.trim() ?? '');
  }
  if (!LEGAL_OPENING.test(texts.find((text) => text !== '') ?? '')) return 0;
  let start = 0;
  while (start < texts.length) {
    const blank = texts.indexOf('', start);
    const end = blank < 0 ? texts.length : blank;
    if (end > start && !LEGAL.test(texts.slice(start, end).join(' '))) break;
    start = end + 1;
  }
  return Math.min(start, texts.length);
}

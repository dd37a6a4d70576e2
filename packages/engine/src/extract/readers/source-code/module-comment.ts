/** The comment that opens a file, as paragraphs, and the line where the code begins. */
export interface ModuleComment {
  readonly paragraphs: readonly string[];
  readonly end: number;
}

const BLOCK_COMMENTS: ReadonlyArray<{ readonly open: RegExp; readonly close: RegExp }> = [
  { open: /^\/\*+!?/, close: /\*+\/\s*$/ },
  { open: /^[rub]{0,2}"""/i, close: /"""\s*$/ },
  { open: /^[rub]{0,2}'''/i, close: /'''\s*$/ },
  { open: /^\(\*+/, close: /\*+\)\s*$/ },
  { open: /^<!--/, close: /-->\s*$/ },
  { open: /^\{-/, close: /-\}\s*$/ },
];
const LINE_COMMENT = /^(?:\/\/[/!]?|#|--|;+|%+)(?:\s|$)/;
/** Lines that come before a file's own comment and are no part of it. */
const PREAMBLE = /^#!|^\s*$|^#.*coding[:=]|^<\?php|^['"]use strict['"];?$|^\/\/go:build|^\/\/ \+build/;
const LONGEST_COMMENT = 400;

/** Finds the comment or docstring at the top of a file. */
export function moduleComment(lines: readonly string[]): ModuleComment {
  const start = lines.findIndex((line) => !PREAMBLE.test(line));
  const first = lines[start]?.trim() ?? '';
  const block = BLOCK_COMMENTS.find(({ open }) => open.test(first));
  const end = block === undefined ? lineCommentEnd(lines, start) : blockCommentEnd(lines, start, block);
  if (start < 0 || end <= start) return { paragraphs: [], end: 0 };
  return { paragraphs: toParagraphs(lines.slice(start, end), block), end };
}

function lineCommentEnd(lines: readonly string[], start: number): number {
  let end = Math.max(0, start);
  while (end < lines.length && LINE_COMMENT.test(lines[end] ?? '')) end += 1;
  return end;
}

function blockCommentEnd(lines: readonly string[], start: number, block: (typeof BLOCK_COMMENTS)[number]): number {
  const opening = (lines[start] ?? '').trim().replace(block.open, '');
  if (block.close.test(opening)) return start + 1;
  const limit = Math.min(lines.length, start + LONGEST_COMMENT);
  for (let line = start + 1; line < limit; line += 1) if (block.close.test(lines[line] ?? '')) return line + 1;
  return start;
}

function toParagraphs(lines: readonly string[], block: (typeof BLOCK_COMMENTS)[number] | undefined): readonly string[] {
  const texts = lines.map((line) => {
    const trimmed = line.trim();
    if (block === undefined) return trimmed.replace(LINE_COMMENT, '').trim();
    return trimmed
      .replace(block.open, '')
      .replace(block.close, '')
      .replace(/^\*+(?:\s|$)/, '')
      .trim();
  });
  return texts
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

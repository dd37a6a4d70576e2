import { HARD_BREAK } from '../raw-block.ts';
import { splitCodeSpans } from './code-spans.ts';
import { joinHyphenatedLines, type HyphenJudge } from './hyphenation.ts';

/** Scripts that put no space between words: a line wrap inside them is not a space either. */
const WRAP_WITHOUT_SPACE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60])/gu;

/**
 * White space of inline text put in order: spaces collapsed and line wraps undone outside code spans, hyphenation at
 * line ends joined. Hard breaks stay as `HARD_BREAK`. Expects text from `cleanCharacters`.
 */
export function cleanProse(text: string, judge: HyphenJudge): string {
  if (!/[\n\t`\u2028]| {2}|^ | $/.test(text)) return text;
  const segments = splitCodeSpans(collapseLineEnds(text));
  return segments
    .map((segment) => (segment.isCode ? segment.text.replaceAll('\n', ' ') : unwrap(segment.text, judge)))
    .join('')
    .trim();
}

/** Drops blanks around line ends. One scan per line: an expression such as `[ \t]+\n` is quadratic on runs of blanks. */
function collapseLineEnds(text: string): string {
  if (!/[\n\u2028]/.test(text)) return text;
  const lines = text.split('\n').map((line) => line.split(HARD_BREAK).map(trimBlanks).join(HARD_BREAK));
  return lines.join('\n').replace(/\u2028[\n\u2028]+|\n\u2028+/g, HARD_BREAK);
}

/** Like `trim`, but a hard break is no blank. */
function trimBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start += 1;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function unwrap(text: string, judge: HyphenJudge): string {
  const joined = text.includes('-\n') || text.includes('\u2010\n') ? joinHyphenatedLines(text, judge) : text;
  if (!joined.includes('\n')) return joined.replace(/[ \t]+/g, ' ');
  const unwrapped = joined.replace(WRAP_WITHOUT_SPACE, '').replaceAll('\n', ' ');
  return /\t| {2}/.test(unwrapped) ? unwrapped.replace(/[ \t]+/g, ' ') : unwrapped;
}

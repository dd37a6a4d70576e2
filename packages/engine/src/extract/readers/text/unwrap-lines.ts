import { HARD_BREAK } from '../../raw-block.ts';
import type { LineGroup } from './line-group.ts';

/** Editors wrap between these columns; longer lines are whole paragraphs. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 200;
/** A line this much shorter than the margin, though the next word would have fitted, ends on purpose. */
const SLACK = 0.2;

/** The column at which a text is wrapped: a width that nearly all lines of its longer groups keep. Undefined when it is not wrapped. */
export function wrapWidth(groups: readonly LineGroup[]): number | undefined {
  const lengths = groups
    .filter((group) => group.lines.length > 1)
    .flatMap((group) => group.lines.map((line) => line.length))
    .toSorted((left, right) => left - right);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return width < NARROWEST_WRAP || width > WIDEST_WRAP ? undefined : width;
}

/** Joins a group's lines: wraps as `\n`, breaks that were meant as `HARD_BREAK`. */
export function joinLines(lines: readonly string[], width: number | undefined): string {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    parts.push(line.trim());
    if (next !== undefined) parts.push(isWrap(line, next.trim(), width) ? '\n' : HARD_BREAK);
  }
  return parts.join('');
}

function isWrap(line: string, next: string, width: number | undefined): boolean {
  if (width === undefined) return false;
  if (/^\p{Ll}/u.test(next) && !/[.!?:]$/.test(line)) return true;
  const firstWord = next.indexOf(' ') < 0 ? next.length : next.indexOf(' ');
  return line.length + 1 + firstWord > width * (1 - SLACK);
}

import type { TextRange } from '@dsgen/core';

/** A range of a text, and how long what stands in its place is. */
export interface Replacement extends TextRange {
  readonly length: number;
}

/**
 * Where ranges of a text lie once parts of it are replaced. A range that touches a replaced part grows or shrinks to hold
 * all of what stands in its place.
 *
 * @param replacements in text order and without overlaps.
 */
export function shiftRange({ start, end }: TextRange, replacements: readonly Replacement[]): TextRange {
  let newStart = start;
  let newEnd = end;
  for (const replacement of replacements) {
    const growth = replacement.length - (replacement.end - replacement.start);
    if (replacement.end <= start) newStart += growth;
    else if (replacement.start < start) newStart += replacement.start - start;
    if (replacement.end <= end) newEnd += growth;
    else if (replacement.start < end) newEnd += replacement.end - end + growth;
  }
  return { start: newStart, end: newEnd };
}

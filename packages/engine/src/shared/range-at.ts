import type { TextRange } from '@dsgen/core';

/** The last of ordered ranges that starts at or before a place and still holds it; where chunks overlap, the later one. */
export function rangeAt<Range extends TextRange>(ranges: readonly Range[], place: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range !== undefined && place < range.end ? range : undefined;
}

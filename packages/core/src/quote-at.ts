import type { Span } from './record.ts';

/**
 * What a text has at a span, as the span's `quote` must have it: with placeholders where the span masks something. The
 * characters behind a placeholder are not compared; `documentId`, the hash of the whole document, stands for them.
 *
 * @example
 * ```ts
 * import { quoteAt } from '@dsgen/core';
 *
 * const masked = [{ start: 9, end: 25, placeholder: '[EMAIL_1]' }];
 * console.log(quoteAt('Write to ada@lovelace.org.', { start: 0, end: 26, masked })); // Write to [EMAIL_1].
 * ```
 */
export function quoteAt(text: string, { start, end, masked = [] }: Pick<Span, 'start' | 'end' | 'masked'>): string {
  const parts: string[] = [];
  let from = start;
  for (const range of masked) {
    parts.push(text.slice(from, Math.max(from, range.start)), range.placeholder);
    from = range.end;
  }
  return [...parts, text.slice(from, end)].join('');
}

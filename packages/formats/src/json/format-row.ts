/**
 * Characters that are legal inside JSON strings but that line readers of other languages (Python's `splitlines`) take
 * for line ends.
 */
const lineSeparators = /[\u0085\u2028\u2029]/g;

/**
 * One row as one line of JSON Lines, with its LF. Lone surrogates come out as escapes and nothing in the line looks
 * like a line end to any reader.
 *
 * @example
 * ```ts
 * import { formatRow } from '@dsgen/formats';
 *
 * console.log(formatRow({ text: 'a\u2028b' })); // {"text":"a\\u2028b"}
 * ```
 */
export function formatRow(row: unknown): string {
  return `${withoutLineSeparators(JSON.stringify(row))}\n`;
}

/** The same JSON with the characters of {@link lineSeparators}, which can only stand in its strings, as escapes. */
export function withoutLineSeparators(json: string): string {
  return json.replace(lineSeparators, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

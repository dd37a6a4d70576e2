/** What people write where a secret would stand. */
const WORDS =
  /x{4}|\*{3}|\.{3}|…|0{8}|1{6}|example|sample|dummy|placeholder|your|redacted|change.?me|replace|insert|foobar|lorem|fake|secret-?key-?here|abcdefgh|qwerty|0?123456789|12345678|987654321|abc123|deadbeef|cafebabe|a1b2c3d4/iu;

/**
 * Whether a value stands for a secret instead of being one: `xxxx`, `EXAMPLE`, counted digits, or too few different
 * characters for its length.
 */
export function isPlaceholder(value: string): boolean {
  return WORDS.test(value) || new Set(value).size < leastVariety(value.length);
}

/** Random text of this length practically always has as many different characters, even in hexadecimal. */
function leastVariety(length: number): number {
  if (length >= 32) return 8;
  return length >= 16 ? 6 : 4;
}

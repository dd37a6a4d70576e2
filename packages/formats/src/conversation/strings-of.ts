/** Every text in a value, in its order. Recursion is safe: the depth of a row is limited when it is read. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const NUMBER_LIKE = /^[-+(]?[$€£¥]?\s?\d[\d.,\s/:%-]*[%)]?$/;
const LONGEST_NAME = 60;

/** Whether the first row reads like the names of columns: all filled, distinct, short, and none a number. */
export function looksLikeHeader(rows: ReadonlyArray<readonly string[]>): boolean {
  const [first = [], ...rest] = rows;
  if (rest.length === 0 || first.length < 2) return false;
  const names = first.map((cell) => cell.trim());
  const areNames = names.every((name) => name !== '' && name.length <= LONGEST_NAME && !NUMBER_LIKE.test(name));
  return areNames && new Set(names).size === names.length;
}

import { isQuotable } from './cells.ts';
import type { ReadableTable } from './table-rows.ts';

/** What the first cells of a table's rows call them; undefined where two are alike, one cannot be quoted, or they call nothing. */
export function keysOf({ names, rows }: Pick<ReadableTable, 'names' | 'rows'>): readonly string[] | undefined {
  const keys = rows.map(([key = '']) => key);
  const isNamed = isColumnName(names[0] ?? '') && !areSeparateLists(names);
  return isNamed && new Set(keys).size === keys.length && keys.every((key) => isQuotable(key)) ? keys : undefined;
}

/** Two lists side by side: the third of the pros has nothing to do with the third of the cons. */
const SEPARATE: ReadonlyArray<readonly [one: RegExp, other: RegExp]> = [
  [
    /^(?:the )?(?:pros?|advantages?|benefits?|upsides?|strengths?)\b/iu,
    /^(?:the )?(?:cons?|disadvantages?|drawbacks?|downsides?|limitations?|weaknesses)\b/iu,
  ],
  [/^(?:dos?|do['’]s)\b(?!['’ ](?:t|not)\b)/iu, /^(?:don['’]?ts?|don['’]?t['’]s|do not)\b/iu],
  [/^before\b/iu, /^after\b/iu],
];

/** Whether the rows of a table do not belong together: "Pros" and "Cons", "Do" and "Don't", without a column that says of what. */
export function areSeparateLists([first = '', ...others]: readonly string[]): boolean {
  return SEPARATE.some((pair) => {
    const side = pair.findIndex((half) => half.test(first));
    return side !== -1 && others.some((name) => pair[1 - side]?.test(name) === true);
  });
}

/** Short enough to be quoted in a question, and a word. */
export function isColumnName(name: string): boolean {
  return name.length >= 2 && /\p{L}/u.test(name) && isQuotable(name, 40);
}

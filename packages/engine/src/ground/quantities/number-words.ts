import { NUMBER_WORDS, TENS } from '../../analyze/english/number-words.ts';

/** Numbers that add up: "twenty" and "four". */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** Numbers that multiply what stands before them: "two dozen", "4.2 million", "1k". */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['dozens', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1_000_000],
  ['mn', 1_000_000],
  ['billion', 1_000_000_000],
  ['bn', 1_000_000_000],
]);

/** How many times. */
export const TIMES: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['double', 2],
  ['doubled', 2],
  ['doubles', 2],
  ['triple', 3],
  ['tripled', 3],
  ['thrice', 3],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

/** Shares in percent. A share alone may be a part of a name such as "half day". */
export const SHARES: ReadonlyMap<string, number> = new Map([
  ['half', 50],
  ['halves', 50],
  ['halved', 50],
  ['third', 100 / 3],
  ['thirds', 100 / 3],
  ['quarter', 25],
  ['quarters', 25],
  ['fifth', 20],
  ['fifths', 20],
  ['tenth', 10],
  ['tenths', 10],
]);

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...'january february march april may june july august september october november december'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ...'jan feb mar apr - jun jul aug sep oct nov dec'.split(' ').map((word, index) => [word, index + 1] as const),
]);

/** Minutes after midnight. */
export const CLOCK_WORDS: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
]);

/** Words that numbers are written with: they are compared as numbers, never as words. */
export function isNumberWord(lower: string): boolean {
  return lower
    .split('-')
    .every((part) =>
      [SMALL_NUMBERS, MULTIPLIERS, TIMES, ORDINALS, SHARES, CLOCK_WORDS].some((words) => words.has(part)),
    );
}

/**
 * The least rank of a record, by pattern, read off the curve of precision over yield that `npm run bench:quality -- train`
 * prints for corpora the ranker has not seen: below the common one stands the last tenth, of which a reader keeps
 * less than 60 of 100. Patterns that are not named take the common one.
 */
const LEAST: ReadonlyMap<string, number> = new Map([['explain-topic', 0.55]]);

const COMMON = 0.5;

export function leastRankOf(pattern: string): number {
  return LEAST.get(pattern) ?? COMMON;
}

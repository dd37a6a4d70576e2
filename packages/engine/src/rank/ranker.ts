import type { Features } from './features.ts';

/** A logistic ranker: the chance that a strict reader keeps a record, from what the record looks like. */
export interface Ranker {
  readonly bias: number;
  /** Added for records of a pattern; a pattern that is not here was not learned and is not ranked. */
  readonly patterns: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
}

/** From 0 to 1; undefined for patterns the ranker knows nothing of. */
export function rank({ bias, patterns, weights }: Ranker, pattern: string, features: Features): number | undefined {
  const offset = patterns[pattern];
  if (offset === undefined) return undefined;
  let sum = bias + offset;
  for (const [name, weight] of Object.entries(weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

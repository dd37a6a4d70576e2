import { basename, extname } from 'node:path';

/** Scorers that come with dsgen. */
export const BUILT_IN_SCORERS = ['grammar', 'perplexity'] as const;
export type BuiltInScorer = (typeof BUILT_IN_SCORERS)[number];

/** Names under which other parts record scores. */
export const TAKEN_SCORE_NAMES: ReadonlySet<string> = new Set([
  'tokens',
  'support',
  'fit',
  'rank',
  'judgedSupport',
  'clarity',
  'relevance',
  'coherence',
  'toxicity',
  'bias',
  'altered',
]);

const MODULES = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts']);

export function isBuiltInScorer(scorer: string): scorer is BuiltInScorer {
  return BUILT_IN_SCORERS.some((known) => known === scorer);
}

/** Whether an entry of `assess.scorers` is the path of a module. */
export function isModulePath(scorer: string): boolean {
  return MODULES.has(extname(scorer));
}

/** The name of the score that an entry of `assess.scorers` gives. */
export function scoreName(scorer: string): string {
  return isModulePath(scorer) ? basename(scorer, extname(scorer)) : scorer;
}

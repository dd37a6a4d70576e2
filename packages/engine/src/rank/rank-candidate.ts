import type { Candidate } from '@dsgen/core';
import { featuresOf } from './features.ts';
import { rank } from './ranker.ts';
import { leastRankOf } from './thresholds.ts';
import weights from './weights.json' with { type: 'json' };

/** How likely a strict reader keeps a record, and how likely it must be. */
export interface CandidateRank {
  /** From 0 to 1, in steps of a thousandth. */
  readonly score: number;
  readonly least: number;
}

/**
 * Ranks a record that stands alone. Records that carry their passage, conversations and patterns without labels are not
 * ranked: undefined.
 */
export function rankCandidate(candidate: Candidate): CandidateRank | undefined {
  const [asked, , ...more] = candidate.messages;
  if (asked?.role !== 'user' || asked.context !== undefined || more.length > 0) return undefined;
  if (!Object.hasOwn(weights.patterns, candidate.pattern)) return undefined;
  const score = rank(weights, candidate.pattern, featuresOf(candidate));
  if (score === undefined) return undefined;
  return { score: Math.round(score * 1000) / 1000, least: leastRankOf(candidate.pattern) };
}

import type { Candidate } from '@dsgen/core';
import { takeApart } from './record-parts.ts';
import type { AssessedCandidate } from './verdict.ts';

/** Share of the shorter answer's text from which two records give the same answer. */
const SAME_SHARE = 0.5;

/**
 * Two records that stand alone and answer with the same sentences teach one thing twice: the better one stays, whatever
 * their questions are.
 */
export function rejectOverlaps(assessed: readonly AssessedCandidate[]): AssessedCandidate[] {
  const ranked = assessed
    .filter(({ verdict, candidate }) => verdict.accepted && takeApart(candidate).passage === '')
    .toSorted(
      (left, right) =>
        right.candidate.score - left.candidate.score || (left.candidate.id < right.candidate.id ? -1 : 1),
    );
  const kept: Candidate[] = [];
  const losers = new Map<Candidate, Candidate>();
  for (const { candidate } of ranked) {
    const better = kept.find((other) => other.section === candidate.section && sharesAnswer(other, candidate));
    if (better === undefined) kept.push(candidate);
    else losers.set(candidate, better);
  }
  return assessed.map((entry) => {
    const better = losers.get(entry.candidate);
    if (better === undefined) return entry;
    const detail = `Record ${better.id} (${better.pattern}) gives the same answer and ranks higher.`;
    return { ...entry, verdict: { accepted: false, reason: 'same-fact', detail, lostTo: better.id } };
  });
}

function sharesAnswer(left: Candidate, right: Candidate): boolean {
  const shorter = Math.min(coveredLength(left), coveredLength(right));
  let shared = 0;
  for (const one of left.sources) {
    for (const other of right.sources) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return shared >= shorter * SAME_SHARE;
}

function coveredLength({ sources }: Candidate): number {
  return sources.reduce((sum, { start, end }) => sum + end - start, 0);
}

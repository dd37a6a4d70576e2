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
    const better = kept.find((other) => isRival(other, candidate) && sharesAnswer(other, candidate));
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

/**
 * Patterns compete with all others of their section. What a prompt made competes with its own kind and with patterns of
 * its task: a dialogue and a summary of one passage were both asked for. A variation has the answer of its original.
 */
function isRival(left: Candidate, right: Candidate): boolean {
  if (left.section !== right.section) return false;
  if (left.lineage.variantOf !== undefined || right.lineage.variantOf !== undefined) return false;
  if (left.lineage.model === undefined && right.lineage.model === undefined) return true;
  if (left.lineage.model !== undefined && right.lineage.model !== undefined) return left.pattern === right.pattern;
  return left.task === right.task;
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

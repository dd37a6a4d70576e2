import type { Candidate } from '@dsgen/core';
import { normaliseWords } from '../shared/words.ts';
import type { AssessedCandidate } from './verdict.ts';

/** Shorter answers are labels: two questions may well have one. */
const FEWEST_WORDS = 6;

/**
 * Word for word the same answer to the same focus, or to one section: the better record stays. Comes after the caps, so
 * that what a cap leaves out takes nothing along.
 */
export function rejectSameAnswers(assessed: readonly AssessedCandidate[]): AssessedCandidate[] {
  const best = new Map<string, Candidate>();
  const ranked = assessed
    .filter(({ verdict, candidate }) => verdict.accepted && isOwn(candidate))
    .toSorted(
      (left, right) =>
        right.candidate.score - left.candidate.score || (left.candidate.id < right.candidate.id ? -1 : 1),
    );
  const losers = new Map<Candidate, Candidate>();
  for (const { candidate } of ranked) {
    const keys = keysOf(candidate);
    const better = keys.map((key) => best.get(key)).find((other) => other !== undefined);
    if (better === undefined) for (const key of keys) best.set(key, candidate);
    else losers.set(candidate, better);
  }
  return assessed.map((entry) => {
    const better = losers.get(entry.candidate);
    if (better === undefined) return entry;
    const detail = `Record ${better.id} (${better.pattern}) gives the same answer and ranks higher.`;
    return { ...entry, verdict: { accepted: false, reason: 'same-fact', detail, lostTo: better.id } };
  });
}

/** What a model or a variation says has been compared already, or repeats its original on purpose. */
function isOwn({ lineage }: Candidate): boolean {
  return lineage.model === undefined && lineage.variantOf === undefined;
}

function keysOf({ messages, focus, section }: Candidate): string[] {
  const words = normaliseWords(
    messages.flatMap(({ role, content }) => (role === 'assistant' ? [content] : [])).join('\n'),
  );
  const answer = words.join(' ');
  const byFocus = `focus ${focus}\n${answer}`;
  return words.length < FEWEST_WORDS ? [byFocus] : [byFocus, `section ${section}\n${answer}`];
}

import { countWords } from '../analyze/english/words.ts';
import { familyOf } from '../generate/patterns.ts';
import type { AssessedCandidate } from './verdict.ts';

/** Most records of a family per document: at least `least`, and one for every so many words of the document. */
interface FamilyCap {
  readonly least: number;
  readonly wordsPerRecord: number;
}

/**
 * Families that a document could give without end, because any section or table will do. Without a cap they would drown
 * the records that only this document can give.
 */
const CAPS: ReadonlyMap<string, FamilyCap> = new Map([
  ['heading', { least: 1, wordsPerRecord: 900 }],
  ['heading-choice', { least: 1, wordsPerRecord: 600 }],
  ['summary', { least: 1, wordsPerRecord: 1200 }],
  ['table', { least: 2, wordsPerRecord: 2000 }],
  ['table-cell', { least: 2, wordsPerRecord: 1500 }],
  ['acronym', { least: 1, wordsPerRecord: 5000 }],
  ['table-filter', { least: 1, wordsPerRecord: 2000 }],
  ['outline', { least: 1, wordsPerRecord: 2500 }],
  ['extraction', { least: 1, wordsPerRecord: 1200 }],
  ['story', { least: 2, wordsPerRecord: 1000 }],
  ['passage-kind', { least: 2, wordsPerRecord: 1500 }],
  ['chapter-topic', { least: 2, wordsPerRecord: 1500 }],
  ['entities', { least: 1, wordsPerRecord: 1500 }],
  ['option', { least: 4, wordsPerRecord: 500 }],
  ['rule', { least: 2, wordsPerRecord: 800 }],
]);

/** Keeps the best of each capped family, those of sections without other records first; ties go to the earlier record. */
export function capFamilies(assessed: readonly AssessedCandidate[], documentText: string): AssessedCandidate[] {
  const words = countWords(documentText);
  const losers = new Map<AssessedCandidate, number>();
  const giving = new Map<string, number>();
  for (const { verdict, candidate } of assessed) {
    if (verdict.accepted && !CAPS.has(familyOf(candidate.pattern)))
      giving.set(candidate.section, (giving.get(candidate.section) ?? 0) + 1);
  }
  function others({ candidate }: AssessedCandidate): number {
    return Math.min(giving.get(candidate.section) ?? 0, 1);
  }
  for (const [family, { least, wordsPerRecord }] of CAPS) {
    const most = Math.max(least, Math.floor(words / wordsPerRecord));
    const members = assessed.filter(
      ({ verdict, candidate }) => verdict.accepted && familyOf(candidate.pattern) === family,
    );
    // A section that gives nothing else comes first: a heading to write is then all that is learned from it.
    const ranked = members.toSorted(
      (left, right) => others(left) - others(right) || right.candidate.score - left.candidate.score,
    );
    for (const loser of ranked.slice(most)) losers.set(loser, most);
  }
  return assessed.map((entry) => {
    const most = losers.get(entry);
    if (most === undefined) return entry;
    const detail = `The document already gives ${most} better records of this kind.`;
    return { ...entry, verdict: { accepted: false, reason: 'kind-cap', detail } };
  });
}

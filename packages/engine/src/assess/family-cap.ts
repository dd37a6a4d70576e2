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
 * the records that only this document can give. In the order in which they choose: what few sections can give comes
 * before what any paragraph can.
 */
const CAPS: ReadonlyMap<string, FamilyCap> = new Map([
  ['heading', { least: 1, wordsPerRecord: 500 }],
  ['heading-choice', { least: 1, wordsPerRecord: 400 }],
  ['heading-match', { least: 1, wordsPerRecord: 1000 }],
  ['summary', { least: 1, wordsPerRecord: 1200 }],
  ['table', { least: 2, wordsPerRecord: 2000 }],
  ['table-cell', { least: 1, wordsPerRecord: 1500 }],
  ['table-row', { least: 1, wordsPerRecord: 1500 }],
  ['steps', { least: 1, wordsPerRecord: 1000 }],
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
  ['no-answer', { least: 1, wordsPerRecord: 2500 }],
  ['passage-choice', { least: 1, wordsPerRecord: 600 }],
  ['labels', { least: 1, wordsPerRecord: 2000 }],
  ['code-names', { least: 1, wordsPerRecord: 1500 }],
  ['statement', { least: 1, wordsPerRecord: 900 }],
]);

/**
 * Families that any paragraph can give and that ask nothing of the subject: taken only from sections that give nothing
 * else, one for so many records of other kinds, and one of a document that has none. So a dataset is at most about a
 * fifth of them.
 */
const FILLERS: ReadonlyMap<string, number> = new Map([['repair', 5]]);

/** Keeps the best of each capped family, those of sections without other records first; ties go to the earlier record. */
export function capFamilies(assessed: readonly AssessedCandidate[], documentText: string): AssessedCandidate[] {
  const words = countWords(documentText);
  const losers = new Map<AssessedCandidate, string>();
  const accepted = Map.groupBy(
    assessed.filter(({ verdict }) => verdict.accepted),
    ({ candidate }) => familyOf(candidate.pattern),
  );
  const giving = new Set<string>();
  let records = 0;
  function keep(kept: readonly AssessedCandidate[]): void {
    for (const { candidate } of kept) giving.add(candidate.section);
    records += kept.length;
  }
  function lose(members: readonly AssessedCandidate[], detail: string): void {
    for (const member of members) losers.set(member, detail);
  }
  for (const [family, members] of accepted) if (!CAPS.has(family) && !FILLERS.has(family)) keep(members);
  for (const [family, { least, wordsPerRecord }] of CAPS) {
    const most = Math.max(least, Math.floor(words / wordsPerRecord));
    const ranked = idleFirst(accepted.get(family) ?? [], giving);
    keep(ranked.slice(0, most));
    lose(ranked.slice(most), `The document already gives ${most} better records of this kind.`);
  }
  for (const [family, recordsPerFiller] of FILLERS) {
    const ranked = idleFirst(accepted.get(family) ?? [], giving);
    const idle = ranked.filter(({ candidate }) => !giving.has(candidate.section));
    const most = Math.min(idle.length, Math.max(1, Math.round(records / recordsPerFiller)));
    keep(ranked.slice(0, most));
    lose(ranked.slice(most), 'Its section gives a record of another kind, or the document gives enough of this kind.');
  }
  return assessed.map((entry) => {
    const detail = losers.get(entry);
    return detail === undefined ? entry : { ...entry, verdict: { accepted: false, reason: 'kind-cap', detail } };
  });
}

/** The best first, those of sections that give nothing else before all others: there it is all that is learned. */
function idleFirst(members: readonly AssessedCandidate[], giving: ReadonlySet<string>): AssessedCandidate[] {
  return members.toSorted(
    (left, right) =>
      Number(giving.has(left.candidate.section)) - Number(giving.has(right.candidate.section)) ||
      right.candidate.score - left.candidate.score,
  );
}

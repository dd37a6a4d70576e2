import { countWords } from '../analyze/english/words.ts';
import { familyOf } from '../generate/patterns.ts';
import type { AssessedCandidate } from './verdict.ts';

/** Most records of a family per document: at least `least`, and one for every so many words of the document. */
interface FamilyCap {
  readonly least: number;
  readonly wordsPerRecord: number;
  /** Taken only from sections that give nothing else. */
  readonly isFiller?: true;
}

/**
 * Families that a document could give without end, because any section or table will do. Without a cap they would drown
 * the records that only this document can give. In the order in which they choose: what few sections can give comes
 * before what any paragraph can.
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
  ['no-answer', { least: 1, wordsPerRecord: 2500 }],
  ['passage-choice', { least: 1, wordsPerRecord: 900 }],
  ['statement', { least: 1, wordsPerRecord: 700 }],
  ['repair', { least: 1, wordsPerRecord: 900, isFiller: true }],
]);

/** Keeps the best of each capped family, those of sections without other records first; ties go to the earlier record. */
export function capFamilies(assessed: readonly AssessedCandidate[], documentText: string): AssessedCandidate[] {
  const words = countWords(documentText);
  const losers = new Map<AssessedCandidate, string>();
  const accepted = Map.groupBy(
    assessed.filter(({ verdict }) => verdict.accepted),
    ({ candidate }) => familyOf(candidate.pattern),
  );
  const giving = new Set<string>();
  for (const [family, members] of accepted) {
    if (!CAPS.has(family)) for (const { candidate } of members) giving.add(candidate.section);
  }
  for (const [family, cap] of CAPS) {
    const kept = chooseMembers(accepted.get(family) ?? [], { cap, words, giving });
    for (const member of accepted.get(family) ?? [])
      if (!kept.has(member)) losers.set(member, detailOf(cap, kept.size));
    for (const { candidate } of kept) giving.add(candidate.section);
  }
  return assessed.map((entry) => {
    const detail = losers.get(entry);
    return detail === undefined ? entry : { ...entry, verdict: { accepted: false, reason: 'kind-cap', detail } };
  });
}

interface ChooseMembersOptions {
  readonly cap: FamilyCap;
  /** Words of the document. */
  readonly words: number;
  /** Sections that give a record already. */
  readonly giving: ReadonlySet<string>;
}

/** A section that gives nothing else comes first: a heading to write is then all that is learned from it. */
function chooseMembers(
  members: readonly AssessedCandidate[],
  { cap, words, giving }: ChooseMembersOptions,
): ReadonlySet<AssessedCandidate> {
  const most = Math.max(cap.least, Math.floor(words / cap.wordsPerRecord));
  const [idle = [], busy = []] = [false, true].map((isGiving) =>
    members.filter(({ candidate }) => giving.has(candidate.section) === isGiving).toSorted(byScore),
  );
  return new Set([...idle, ...(cap.isFiller === true ? [] : busy)].slice(0, most));
}

function byScore(left: AssessedCandidate, right: AssessedCandidate): number {
  return right.candidate.score - left.candidate.score;
}

function detailOf({ isFiller }: FamilyCap, kept: number): string {
  return isFiller === true
    ? 'Its section gives a record of another kind, or the document gives enough of this kind.'
    : `The document already gives ${kept} better records of this kind.`;
}

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
  ['part', { least: 1, wordsPerRecord: 900 }],
  ['statement', { least: 1, wordsPerRecord: 600 }],
]);

/** One record for so many of other kinds, and at least so many. */
interface FillerCap {
  readonly least: number;
  readonly recordsPerFiller: number;
}

/**
 * Families that nearly any paragraph can give and that ask nothing of the subject: taken only from sections that give
 * nothing else. Measured on two corpora, none is more than about a fifth of a dataset.
 */
const FILLERS: ReadonlyMap<string, FillerCap> = new Map([
  ['list-data', { least: 1, recordsPerFiller: 3 }],
  ['code-names', { least: 1, recordsPerFiller: 2 }],
  ['repair', { least: 2, recordsPerFiller: 2 }],
]);

/**
 * Keeps the best of each capped family, those of sections without other records first; ties go to the earlier record. A
 * section that would be left with nothing gives one all the same, of the kind that the document has least of.
 */
export function capFamilies(assessed: readonly AssessedCandidate[], documentText: string): AssessedCandidate[] {
  const words = countWords(documentText);
  const accepted = Map.groupBy(
    assessed.filter(({ verdict }) => verdict.accepted),
    ({ candidate }) => familyOf(candidate.pattern),
  );
  const kept = new KeptRecords();
  const left: AssessedCandidate[] = [];
  for (const [family, members] of accepted) if (!CAPS.has(family) && !FILLERS.has(family)) kept.add(members);
  for (const [family, { least, wordsPerRecord }] of CAPS) {
    const most = Math.max(least, Math.floor(words / wordsPerRecord));
    const ranked = kept.idleFirst(accepted.get(family) ?? []);
    kept.add(ranked.slice(0, most));
    left.push(...ranked.slice(most));
  }
  for (const [, rivals] of Map.groupBy(left, ({ candidate }) => candidate.section)) kept.addRarest(rivals);
  for (const [family, { least, recordsPerFiller }] of FILLERS) {
    const most = Math.max(least, Math.round(kept.count / recordsPerFiller));
    kept.add(kept.idleOnly(accepted.get(family) ?? []).slice(0, most));
  }
  return assessed.map((entry) =>
    !entry.verdict.accepted || kept.has(entry) ? entry : { ...entry, verdict: TOO_MANY_OF_KIND },
  );
}

const TOO_MANY_OF_KIND = {
  accepted: false,
  reason: 'kind-cap',
  detail: 'The document already gives enough better records of this kind, and its section gives another record.',
} as const;

/** What is kept of a document so far: of which sections and families. */
class KeptRecords {
  readonly #entries = new Set<AssessedCandidate>();
  readonly #sections = new Set<string>();
  readonly #byFamily = new Map<string, number>();

  get count(): number {
    return this.#entries.size;
  }

  has(entry: AssessedCandidate): boolean {
    return this.#entries.has(entry);
  }

  add(entries: readonly AssessedCandidate[]): void {
    for (const entry of entries) {
      this.#entries.add(entry);
      this.#sections.add(entry.candidate.section);
      this.#byFamily.set(familyOf(entry.candidate.pattern), this.#countOf(entry) + 1);
    }
  }

  /** One of the records of a section, of the family with the fewest so far; none where the section gives one already. */
  addRarest(rivals: readonly AssessedCandidate[]): void {
    const idle = rivals.filter(({ candidate }) => !this.#sections.has(candidate.section));
    const [rarest] = idle.toSorted(
      (one, other) => this.#countOf(one) - this.#countOf(other) || other.candidate.score - one.candidate.score,
    );
    if (rarest !== undefined) this.add([rarest]);
  }

  /** The best first, those of sections that give nothing else before all others: there it is all that is learned. */
  idleFirst(members: readonly AssessedCandidate[]): AssessedCandidate[] {
    return members.toSorted(
      (left, right) =>
        Number(this.#sections.has(left.candidate.section)) - Number(this.#sections.has(right.candidate.section)) ||
        right.candidate.score - left.candidate.score,
    );
  }

  /** The best first, only those of sections that give nothing. */
  idleOnly(members: readonly AssessedCandidate[]): AssessedCandidate[] {
    return this.idleFirst(members).filter(({ candidate }) => !this.#sections.has(candidate.section));
  }

  #countOf({ candidate }: AssessedCandidate): number {
    return this.#byFamily.get(familyOf(candidate.pattern)) ?? 0;
  }
}

import type { TextRange } from '@dsgen/core';
import type { RejectReason } from '../../assess/verdict.ts';
import type { ProcessedDocument } from '../../pipeline/processed-document.ts';
import type { IdleReason, ProcessedSection, WordsSetAside } from '../../pipeline/processed-section.ts';
import type { Choice } from '../choose-candidates.ts';
import { addCount } from '../ledger-counter.ts';
import { BestOf } from './best-of.ts';
import { clipLine } from './clip.ts';

/** Why a section gave no record: a kept record of another section cites it, no candidate was made, or all were rejected. */
export type SectionReason = 'cited' | IdleReason | RejectReason;

export interface SectionCoverage {
  /** Own heading, cut to a line; empty before the first heading. */
  readonly heading: string;
  /** Headings above it. */
  readonly depth: number;
  readonly records: number;
  /** Set when there is no record about it. */
  readonly reason?: SectionReason;
}

export interface DocumentCoverage {
  readonly path: string;
  readonly records: number;
  /** Sections that hold more than a heading, and how many of them gave a record. */
  readonly content: number;
  readonly fruitful: number;
  /** In document order; the first of them where a document has very many. */
  readonly sections: readonly SectionCoverage[];
  readonly setAside: WordsSetAside;
}

const MOST_SECTIONS = 80;
const MOST_DOCUMENTS = 300;

/** What each section of each document gave. Sums are of all documents; details of those with the most left to explain. */
export class Coverage {
  readonly #reasons = new Map<SectionReason, number>();
  readonly #setAside = new Map<string, number>();
  readonly #documents = new BestOf<DocumentCoverage>(MOST_DOCUMENTS, byUnexplained);
  #content = 0;
  #fruitful = 0;
  #total = 0;

  add(path: string, processed: ProcessedDocument, choices: readonly Choice[]): void {
    const sections = coverSections(processed, choices);
    const content = sections.filter(({ reason }) => reason !== 'heading-only').length;
    const fruitful = sections.filter(({ records }) => records > 0).length;
    this.#total += 1;
    this.#content += content;
    this.#fruitful += fruitful;
    for (const { reason } of sections) if (reason !== undefined) addCount(this.#reasons, reason);
    for (const [role, words] of Object.entries(processed.setAside)) {
      this.#setAside.set(role, (this.#setAside.get(role) ?? 0) + words);
    }
    const records = choices.filter(({ rejection }) => rejection === undefined).length;
    this.#documents.add({
      path,
      records,
      content,
      fruitful,
      sections: sections.slice(0, MOST_SECTIONS),
      setAside: processed.setAside,
    });
  }

  summary(): CoverageSummary {
    return {
      documents: this.#documents.best().toSorted((left, right) => (left.path < right.path ? -1 : 1)),
      total: this.#total,
      content: this.#content,
      fruitful: this.#fruitful,
      reasons: ranked(this.#reasons),
      setAside: ranked(this.#setAside),
    };
  }
}

export interface CoverageSummary {
  /** In path order. */
  readonly documents: readonly DocumentCoverage[];
  /** Documents there are, also those without details. */
  readonly total: number;
  readonly content: number;
  readonly fruitful: number;
  /** Sections without a record by reason, the most frequent first. */
  readonly reasons: ReadonlyArray<readonly [SectionReason, number]>;
  /** Words by the role of their blocks. */
  readonly setAside: ReadonlyArray<readonly [string, number]>;
}

function coverSections({ documentId, sections }: ProcessedDocument, choices: readonly Choice[]): SectionCoverage[] {
  const kept = choices.filter(({ rejection }) => rejection === undefined).map(({ assessed }) => assessed.candidate);
  const about = new Map<string, number>();
  for (const { section } of kept) addCount(about, section);
  const cited = citedSections(
    sections,
    kept.flatMap(({ sources }) => sources.filter((span) => span.documentId === documentId)),
  );
  const rejections = mainRejections(choices);
  return sections.map(({ id, headingPath, idle }) => {
    const records = about.get(id) ?? 0;
    const reason = cited.has(id) ? 'cited' : (idle ?? rejections.get(id) ?? 'no-pattern');
    return {
      heading: clipLine(headingPath.at(-1) ?? '', 120),
      depth: Math.max(0, headingPath.length - 1),
      records,
      ...(records > 0 ? {} : { reason }),
    };
  });
}

/** Ids of sections that a range reaches into. */
function citedSections(sections: readonly ProcessedSection[], ranges: readonly TextRange[]): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { start, end } of ranges) {
    for (let index = firstEndingAfter(sections, start); (sections[index]?.start ?? end) < end; index += 1) {
      cited.add(sections[index]?.id ?? '');
    }
  }
  return cited;
}

/** Sections follow each other, so the place is found by halving. */
function firstEndingAfter(sections: readonly ProcessedSection[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The most frequent reason among the rejects of each section; of equally frequent ones the first by name. */
function mainRejections(choices: readonly Choice[]): ReadonlyMap<string, SectionReason> {
  const bySection = new Map<string, Map<SectionReason, number>>();
  for (const { assessed, rejection } of choices) {
    if (rejection === undefined) continue;
    const counts = bySection.get(assessed.candidate.section) ?? new Map<SectionReason, number>();
    bySection.set(assessed.candidate.section, counts);
    addCount(counts, rejection.reason);
  }
  return new Map([...bySection].map(([section, counts]) => [section, ranked(counts)[0]?.[0] ?? 'no-pattern'] as const));
}

function ranked<Name extends string>(counts: ReadonlyMap<Name, number>): Array<readonly [Name, number]> {
  return [...counts].toSorted(
    ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
  );
}

function byUnexplained(left: DocumentCoverage, right: DocumentCoverage): number {
  return (
    right.content - right.fruitful - (left.content - left.fruitful) ||
    right.records - left.records ||
    (left.path < right.path ? -1 : 1)
  );
}

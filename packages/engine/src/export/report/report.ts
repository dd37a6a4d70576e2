import type { DatasetManifest, DocumentOutcome, Split } from '@dsgen/core';
import type { ProcessedDocument } from '../../pipeline/processed-document.ts';
import { seededFraction } from '../../shared/random.ts';
import { takeApart } from '../../assess/record-parts.ts';
import type { Choice } from '../choose-candidates.ts';
import { addCount, sortedCounts } from '../ledger-counter.ts';
import { BestOf } from './best-of.ts';
import { clipLine } from './clip.ts';
import { Coverage, type CoverageSummary } from './coverage.ts';
import { RecordSample } from './record-sample.ts';
import { toSampledRecord, type SampledRecord } from './sampled-record.ts';
import { TokenHistogram } from './token-histogram.ts';

/** A document that gave no text. */
export interface RefusedDocument {
  readonly path: string;
  readonly outcome: Exclude<DocumentOutcome, { readonly state: 'done' }>;
}

/** A reject that stands for others of its reason. */
export interface RejectExample {
  readonly id: string;
  readonly priority: number;
  readonly pattern: string;
  readonly path: string;
  readonly question: string;
  readonly detail: string;
}

/** All that the page shows. Its size does not grow with the corpus. */
export interface ReportFacts {
  readonly manifest: Omit<DatasetManifest, 'files'>;
  readonly difficulties: Readonly<Record<string, number>>;
  /** Candidates by pattern; the manifest has the records. */
  readonly candidates: Readonly<Record<string, number>>;
  readonly tokens: ReturnType<TokenHistogram['summary']>;
  /** Documents with the most records, the richest first. */
  readonly richest: ReadonlyArray<{ readonly path: string; readonly records: number }>;
  /** Documents that gave at least one record. */
  readonly givers: number;
  readonly coverage: CoverageSummary;
  /** The first by path of each state. */
  readonly skipped: readonly RefusedDocument[];
  readonly quarantined: readonly RefusedDocument[];
  readonly examples: ReadonlyMap<string, readonly RejectExample[]>;
  readonly sample: readonly SampledRecord[];
}

const SAMPLE_SIZE = 200;
const MOST_EXAMPLES = 3;
const MOST_REFUSED = 300;
const MOST_RICHEST = 12;

/** Where a record went, and what is known of it only then. */
export interface WrittenRecord {
  readonly choice: Choice;
  readonly split: Split;
  readonly file: string;
  readonly line: number;
}

/** Gathers what the page shows while the dataset is assembled, in memory that does not grow with the corpus. */
export class Report {
  readonly #seed: number;
  readonly #difficulties = new Map<string, number>();
  readonly #candidates = new Map<string, number>();
  readonly #tokens = new TokenHistogram();
  readonly #richest = new BestOf<{ readonly path: string; readonly records: number }>(MOST_RICHEST, byRecords);
  readonly #coverage = new Coverage();
  readonly #refused = { skipped: [] as RefusedDocument[], quarantined: [] as RefusedDocument[] };
  readonly #examples = new Map<string, BestOf<RejectExample>>();
  readonly #sample = new RecordSample<SampledRecord>(SAMPLE_SIZE);
  #givers = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A document that was not done; documents come in path order. */
  addRefused(path: string, outcome: RefusedDocument['outcome']): void {
    const list = this.#refused[outcome.state];
    if (list.length < MOST_REFUSED) list.push({ path, outcome: { ...outcome, detail: clipLine(outcome.detail, 240) } });
  }

  /** A document that was done, after its records. */
  addDocument(path: string, processed: ProcessedDocument, choices: readonly Choice[]): void {
    const records = choices.filter(({ rejection }) => rejection === undefined).length;
    if (records > 0) {
      this.#givers += 1;
      this.#richest.add({ path, records });
    }
    this.#coverage.add(path, processed, choices);
    for (const choice of choices) {
      addCount(this.#candidates, choice.assessed.candidate.pattern);
      if (choice.rejection !== undefined) this.#addExample(path, choice);
    }
  }

  addRecord(path: string, { choice, ...place }: WrittenRecord): void {
    const { candidate } = choice.assessed;
    const { id, pattern } = candidate;
    addCount(this.#difficulties, candidate.difficulty);
    this.#tokens.add(candidate.quality['tokens'] ?? 0);
    const priority = this.#priorityOf(id);
    if (this.#sample.wants({ pattern, priority }))
      this.#sample.add(toSampledRecord(choice.assessed, { ...place, path, priority }));
  }

  /** @param lastName Name of a data file, by the one that it was written under. Default: the same. */
  facts(manifest: ReportFacts['manifest'], lastName: (name: string) => string = (name) => name): ReportFacts {
    return {
      manifest,
      difficulties: sortedCounts(this.#difficulties),
      candidates: sortedCounts(this.#candidates),
      tokens: this.#tokens.summary(),
      richest: this.#richest.best(),
      givers: this.#givers,
      coverage: this.#coverage.summary(),
      ...this.#refused,
      examples: new Map([...this.#examples].map(([reason, examples]) => [reason, examples.best()] as const)),
      sample: this.#sample.records().map((record) => ({ ...record, file: lastName(record.file) })),
    };
  }

  #addExample(path: string, { assessed, rejection }: Choice): void {
    if (rejection === undefined) return;
    const { candidate } = assessed;
    const examples = this.#examples.get(rejection.reason) ?? new BestOf<RejectExample>(MOST_EXAMPLES, byPriority);
    this.#examples.set(rejection.reason, examples);
    examples.add({
      id: candidate.id,
      priority: this.#priorityOf(candidate.id),
      pattern: candidate.pattern,
      path,
      question: clipLine(takeApart(candidate).question, 240),
      detail: clipLine(rejection.detail, 240),
    });
  }

  #priorityOf(id: string): number {
    return seededFraction(`report:${id}`, this.#seed);
  }
}

function byRecords(left: { path: string; records: number }, right: { path: string; records: number }): number {
  return right.records - left.records || (left.path < right.path ? -1 : 1);
}

function byPriority(left: RejectExample, right: RejectExample): number {
  return left.priority - right.priority || (left.id < right.id ? -1 : 1);
}

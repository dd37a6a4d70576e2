import type { DatasetManifest, DatasetRecord, Split } from '@dsgen/core';
import { LengthCounter } from '@dsgen/formats';
import { addCount, addCounts, sortedCounts } from './ledger-counter.ts';

export interface RecordFacts {
  readonly pattern: string;
  /** Kinds of personal data and secrets in its messages, and how often. */
  readonly sensitive: Readonly<Record<string, number>>;
}

type Sums = Pick<DatasetManifest, 'records' | 'splits' | 'tasks' | 'patterns' | 'lengths'>;

/** Adds up what the records of a dataset are. */
export class RecordSums {
  readonly #splits: Record<Split, number> = { train: 0, validation: 0, test: 0 };
  readonly #tasks = new Map<string, number>();
  readonly #patterns = new Map<string, number>();
  readonly #sensitive = new Map<string, number>();
  readonly #lengths = new LengthCounter();
  #records = 0;

  get records(): number {
    return this.#records;
  }

  get sensitive(): Readonly<Record<string, number>> {
    return sortedCounts(this.#sensitive);
  }

  add(record: DatasetRecord, { pattern, sensitive }: RecordFacts): void {
    this.#records += 1;
    this.#splits[record.split] += 1;
    addCount(this.#tasks, record.task);
    addCount(this.#patterns, pattern);
    addCounts(this.#sensitive, sensitive);
    this.#lengths.add(record.quality['tokens'] ?? 0);
  }

  sums(): Sums {
    const { rows: _rows, ...lengths } = this.#lengths.table();
    return {
      records: this.#records,
      splits: { ...this.#splits },
      tasks: sortedCounts(this.#tasks),
      patterns: sortedCounts(this.#patterns),
      lengths,
    };
  }
}

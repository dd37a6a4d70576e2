import type { DedupedRow } from '@dsgen/sdk';

/** Rows that were left out because an earlier one says the same. */
export interface DuplicateReport {
  /** Rows equal to an earlier one. */
  readonly equal: number;
  /** Rows near an earlier one and not equal to any. */
  readonly near: number;
  /** The first of both, by line. */
  readonly duplicates: ReadonlyArray<{
    readonly line: number;
    readonly ofLine: number;
    readonly kind: 'equal' | 'near';
  }>;
}

const KEPT = 20;

export class DuplicateTally {
  readonly #counts = { equal: 0, near: 0 };
  readonly #first: Array<DuplicateReport['duplicates'][number]> = [];

  /** The rows that are no duplicates. */
  async *unique(rows: AsyncIterable<DedupedRow & { readonly ok: true }>) {
    for await (const row of rows) {
      const { duplicate, line } = row;
      if (duplicate === undefined) yield row;
      else {
        this.#counts[duplicate.kind] += 1;
        if (this.#first.length < KEPT) this.#first.push({ line, ...duplicate });
      }
    }
  }

  report(): DuplicateReport {
    return { ...this.#counts, duplicates: this.#first };
  }
}

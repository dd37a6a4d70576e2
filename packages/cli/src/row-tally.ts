import type { RowIssue, RowLine } from '@dsgen/sdk';

/** What became of the rows of a file. */
export interface RowReport {
  readonly rows: number;
  readonly written: number;
  /** Rows that could not be read. */
  readonly unreadable: number;
  /** The first of their defects. */
  readonly issues: readonly RowIssue[];
}

const KEPT_ISSUES = 20;

/** Counts rows on their way to a file. */
export class RowTally {
  readonly #issues: RowIssue[] = [];
  #unreadable = 0;
  #read = 0;
  #written = 0;

  /** The rows that could be read; the others end here. */
  async *readable<Row extends RowLine>(rows: AsyncIterable<Row>): AsyncGenerator<Extract<Row, { ok: true }>> {
    for await (const row of rows) {
      this.#read += 1;
      if (row.ok) yield row as Extract<Row, { ok: true }>;
      else {
        this.#unreadable += 1;
        this.#issues.push(...row.issues.slice(0, KEPT_ISSUES - this.#issues.length));
      }
    }
  }

  /** The bytes of rows. */
  async *lines(rows: AsyncIterable<{ readonly text: string }>): AsyncGenerator<Uint8Array> {
    for await (const row of rows) {
      this.#written += 1;
      yield Buffer.from(row.text);
    }
  }

  report(): RowReport {
    const [rows, written, unreadable] = [this.#read, this.#written, this.#unreadable];
    return { rows, written, unreadable, issues: this.#issues };
  }
}

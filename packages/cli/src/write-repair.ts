import type { Codec, RepairedRow, RowIssue } from '@dsgen/sdk';
import { writePacked } from './write-packed.ts';

export interface RepairReport {
  readonly out: string;
  readonly rows: number;
  readonly written: number;
  /** Rows among the written ones that are not as they were. */
  readonly changed: number;
  readonly leftOut: number;
  /** Why the first rows were left out. */
  readonly issues: readonly RowIssue[];
}

const KEPT_ISSUES = 20;

/** Writes rows as they are repaired; nothing that looks whole is left when it fails. */
export async function writeRepair(rows: AsyncIterable<RepairedRow>, out: string, codec: Codec): Promise<RepairReport> {
  const tally = new Tally();
  const shown = await writePacked(tally.count(rows), out, { codec });
  return { out: shown, ...tally.report() };
}

class Tally {
  readonly #issues: RowIssue[] = [];
  #written = 0;
  #changed = 0;
  #leftOut = 0;

  async *count(rows: AsyncIterable<RepairedRow>): AsyncGenerator<Uint8Array> {
    for await (const row of rows) {
      if (row.ok) {
        this.#written += 1;
        this.#changed += row.isChanged ? 1 : 0;
        yield Buffer.from(row.text);
      } else {
        this.#leftOut += 1;
        const kept = row.issues.slice(0, KEPT_ISSUES - this.#issues.length);
        this.#issues.push(...kept.map((issue) => ({ line: row.line, ...issue })));
      }
    }
  }

  report(): Omit<RepairReport, 'out'> {
    const [written, leftOut] = [this.#written, this.#leftOut];
    return { rows: written + leftOut, written, changed: this.#changed, leftOut, issues: this.#issues };
  }
}

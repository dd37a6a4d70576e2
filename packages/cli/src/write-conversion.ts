import { LossCounter, type Codec, type ConvertedBatch, type LossCount, type RowIssue } from '@dsgen/sdk';
import { writePacked } from './write-packed.ts';

export interface ConversionReport {
  readonly out: string;
  readonly rows: number;
  readonly written: number;
  readonly leftOut: number;
  /** The first defects of rows that were left out. */
  readonly issues: readonly RowIssue[];
  /** What the new format does not hold of rows that were written. */
  readonly losses: readonly LossCount[];
}

const KEPT_ISSUES = 20;

/** Writes rows as they are converted; nothing that looks whole is left when it fails. */
export async function writeConversion(
  batches: AsyncIterable<ConvertedBatch>,
  out: string,
  codec: Codec,
): Promise<ConversionReport> {
  const tally = new Tally();
  const shown = await writePacked(tally.count(batches), out, { codec });
  return { out: shown, ...tally.report() };
}

class Tally {
  readonly #losses = new LossCounter();
  readonly #issues: RowIssue[] = [];
  #rows = 0;
  #leftOut = 0;

  async *count(batches: AsyncIterable<ConvertedBatch>): AsyncGenerator<Uint8Array> {
    for await (const { bytes, rows, problems, losses } of batches) {
      this.#rows += rows;
      this.#leftOut += problems.length;
      for (const { issues } of problems) this.#issues.push(...issues.slice(0, KEPT_ISSUES - this.#issues.length));
      for (const { rows: lossy, firstLine, ...loss } of losses) this.#losses.add([loss], firstLine, lossy);
      yield bytes;
    }
  }

  report(): Omit<ConversionReport, 'out'> {
    const [rows, leftOut] = [this.#rows, this.#leftOut];
    return { rows, written: rows - leftOut, leftOut, issues: this.#issues, losses: this.#losses.counts() };
  }
}

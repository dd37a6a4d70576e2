import { LossCounter, type ConvertedRow, type LossCount, type RowIssue } from '@dsgen/sdk';
import { withRowSink } from './row-file.ts';

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
export function writeConversion(rows: AsyncIterable<ConvertedRow>, out: string): Promise<ConversionReport> {
  return withRowSink(out, async (sink) => {
    const losses = new LossCounter();
    const issues: RowIssue[] = [];
    let written = 0;
    let leftOut = 0;
    for await (const row of rows) {
      if (row.ok) {
        await sink.write(row.text);
        losses.add(row.losses, row.line);
        written += 1;
      } else {
        leftOut += 1;
        issues.push(...row.issues.slice(0, KEPT_ISSUES - issues.length));
      }
    }
    return { out: sink.shown, rows: written + leftOut, written, leftOut, issues, losses: losses.counts() };
  });
}

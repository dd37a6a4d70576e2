import type { RepairedRow, RowIssue } from '@dsgen/sdk';
import { withRowSink } from './row-file.ts';

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
export function writeRepair(rows: AsyncIterable<RepairedRow>, out: string): Promise<RepairReport> {
  return withRowSink(out, async (sink) => {
    const issues: RowIssue[] = [];
    let written = 0;
    let changed = 0;
    let leftOut = 0;
    for await (const row of rows) {
      if (row.ok) {
        await sink.write(row.text);
        written += 1;
        changed += row.isChanged ? 1 : 0;
      } else {
        leftOut += 1;
        const kept = row.issues.slice(0, KEPT_ISSUES - issues.length);
        issues.push(...kept.map((issue) => ({ line: row.line, ...issue })));
      }
    }
    return { out: sink.shown, rows: written + leftOut, written, changed, leftOut, issues };
  });
}

import type { RecordVerification } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** What a check of all records found. */
export interface Verification {
  readonly records: number;
  readonly spans: number;
  readonly failed: number;
  readonly problems: ReadonlyArray<{
    readonly recordId: string;
    readonly source?: number;
    readonly code: string;
    readonly message: string;
  }>;
}

const SHOWN_PROBLEMS = 20;

/** Counts while the records come; only the problems are kept. */
export async function checkRecords(records: AsyncIterable<RecordVerification>): Promise<Verification> {
  let checked = 0;
  let spans = 0;
  let failed = 0;
  const problems: Array<Verification['problems'][number]> = [];
  for await (const record of records) {
    checked += 1;
    spans += record.spans;
    failed += record.problems.length > 0 ? 1 : 0;
    for (const problem of record.problems) problems.push({ recordId: record.recordId, ...problem });
  }
  return { records: checked, spans, failed, problems };
}

export function renderVerification({ records, spans, failed, problems }: Verification, style: Style): string {
  if (failed === 0)
    return style.green(`${plural(records, 'record')}, ${plural(spans, 'span')}: all match their documents`);
  const rows = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ recordId, code, message }) => [escapeText(recordId), style.yellow(code), escapeText(message)]);
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    `${count(failed)} of ${plural(records, 'record')} failed (${plural(problems.length, 'problem')})`,
    table(rows) + (more > 0 ? `\n  and ${count(more)} more: --json lists all` : ''),
  ].join('\n');
}

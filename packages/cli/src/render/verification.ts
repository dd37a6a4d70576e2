import type { FilesVerification, RecordVerification } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { byteSize, count, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** What a check of a dataset found. Spans are compared only when the documents are named and the files are whole. */
export interface Verification extends Partial<RecordsVerification> {
  readonly files: FilesVerification;
}

/** What a check of all records found. */
export interface RecordsVerification {
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
export async function checkRecords(records: AsyncIterable<RecordVerification>): Promise<RecordsVerification> {
  let checked = 0;
  let spans = 0;
  let failed = 0;
  const problems: Array<RecordsVerification['problems'][number]> = [];
  for await (const record of records) {
    checked += 1;
    spans += record.spans;
    failed += record.problems.length > 0 ? 1 : 0;
    for (const problem of record.problems) problems.push({ recordId: record.recordId, ...problem });
  }
  return { records: checked, spans, failed, problems };
}

export function renderVerification(verification: Verification, style: Style): string {
  const { files, records, spans, failed, problems } = verification;
  if (files.problems.length > 0) return renderFiles(files, style);
  const isChecked = records !== undefined && spans !== undefined && failed !== undefined && problems !== undefined;
  const proofs = isChecked
    ? renderRecords({ records, spans, failed, problems }, style)
    : style.dim(
        files.encrypted > 0
          ? `Spans were not compared: ${plural(files.encrypted, 'file')} can be read with the key only`
          : 'Spans were not compared: --corpus PATH names the documents',
      );
  return `${renderFiles(files, style)}\n${proofs}`;
}

function renderFiles({ files, bytes, problems }: FilesVerification, style: Style): string {
  if (problems.length === 0) {
    return style.green(`${plural(files, 'file')}, ${byteSize(bytes)}: all as they were written`);
  }
  const rows = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ file, code, message }) => [escapeText(file), style.yellow(code), escapeText(message)]);
  const more = problems.length - SHOWN_PROBLEMS;
  const rest = more > 0 ? `\n  and ${count(more)} more: --json lists all` : '';
  return `${plural(problems.length, 'problem')} with the files; spans were not compared\n${table(rows)}${rest}`;
}

function renderRecords({ records, spans, failed, problems }: RecordsVerification, style: Style): string {
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

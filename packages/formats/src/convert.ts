import { InputError, type Codec, type CodecRecord, type Loss, type ReadResult, type RowIssue } from '@dsgen/core';
import { FORMAT_NAMES } from './codecs.ts';
import type { Consumer } from './conformance/consumer.ts';
import { adaptRow, issuesFor } from './conformance/repair.ts';
import { formatRow } from './json/format-row.ts';
import { readDataset, type ReadDatasetOptions } from './read-dataset.ts';

export interface ConvertOptions extends Omit<ReadDatasetOptions, 'codec'> {
  /** Default: told from the first rows. */
  readonly from?: Codec;
  readonly to: Codec;
  /** Stop at the first bad row and at the first row that would lose something. Merging is no loss. Default false. */
  readonly strict?: boolean;
  /**
   * Trainers and services that shall take the rows: each row is shaped for them, and one that they would not take is a
   * row that could not be converted. Only for a target that is one of the known formats. Default: none.
   */
  readonly consumers?: readonly Consumer[];
}

/** One converted row as a line with its LF, or a row that could not be converted. */
export type ConvertedRow =
  | { readonly ok: true; readonly line: number; readonly text: string; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly line: number; readonly issues: readonly RowIssue[]; readonly raw?: string };

/**
 * Converts a dataset file row by row and says of each exactly what the new format does not hold.
 *
 * @throws InputError `conversion-bad-row` or `conversion-loss` with `strict`; `format-not-detected`.
 * @example
 * ```ts
 * import { codecs, convert } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"instruction":"Why?","input":"","output":"So."}\n')]);
 * for await (const row of convert(file, { to: codecs.openai })) {
 *   if (row.ok) console.log(row.text, row.losses);
 * }
 * ```
 */
export async function* convert(
  chunks: AsyncIterable<Uint8Array>,
  options: ConvertOptions,
): AsyncGenerator<ConvertedRow> {
  const { from, to, strict = false, consumers = [], ...reading } = options;
  for await (const result of readDataset(chunks, { ...reading, ...(from !== undefined && { codec: from }) })) {
    const row = result.ok ? convertRow(result, to, consumers) : result;
    if (strict) refuseLoss(row, to.name);
    yield row;
  }
}

/** One row that was read, in another format. */
export function convertRow(
  result: ReadResult<CodecRecord> & { readonly ok: true },
  to: Codec,
  consumers: readonly Consumer[] = [],
): ConvertedRow {
  const { line, value } = result;
  const losses = [...(result.notes ?? []).flatMap(lossOfNote), ...to.losses(value)];
  const blocking = losses.filter((loss) => loss.kind === 'blocked');
  if (blocking.length > 0) {
    return { ok: false, line, issues: blocking.map((loss) => notRepresentable(loss, to.name, line)) };
  }
  const format = FORMAT_NAMES.find((name) => name === to.name);
  if (format === undefined || consumers.length === 0)
    return { ok: true, line, text: formatRow(to.encode(value)), losses };
  const row = adaptRow(to.encode(value), format, consumers);
  const issues = issuesFor(row, line, { format, consumers });
  return issues.length > 0 ? { ok: false, line, issues } : { ok: true, line, text: formatRow(row), losses };
}

/** What reading left out is as lost as what writing leaves out. */
function lossOfNote(note: RowIssue): readonly Loss[] {
  if (note.code !== 'unknown-column' && note.code !== 'column-not-kept') return [];
  return [{ field: (note.pointer ?? '').slice(1), kind: 'dropped', reason: note.message }];
}

function notRepresentable(loss: Loss, format: string, line: number): RowIssue {
  const message = `${format} cannot hold this row (${loss.field}): ${loss.reason}`;
  return { code: 'not-representable', message, line, column: 1 };
}

/** @throws InputError `conversion-bad-row` or `conversion-loss` */
export function refuseLoss(row: ConvertedRow, format: string): void {
  if (!row.ok) throw badRowError(row.line, row.issues);
  const loss = row.losses.find(({ kind }) => kind === 'dropped');
  if (loss === undefined) return;
  throw new InputError({
    code: 'conversion-loss',
    message: `Converting line ${row.line} to ${format} would lose ${loss.field}: ${loss.reason}`,
    fix: 'Convert without strict to accept the loss, or choose a format that holds it.',
    position: { line: row.line },
    data: { losses: row.losses },
  });
}

function badRowError(line: number, issues: readonly RowIssue[]): InputError {
  const [first] = issues;
  return new InputError({
    code: 'conversion-bad-row',
    message: `Converting line ${line} failed: ${first?.message ?? 'the row is not valid.'}`,
    fix: 'Repair the row, or convert without strict to leave such rows out.',
    position: { line: first?.line ?? line, ...(first?.column !== undefined && { column: first.column }) },
    data: { issues },
  });
}

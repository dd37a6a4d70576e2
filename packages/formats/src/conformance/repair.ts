import type { RowIssue } from '@dsgen/core';
import { codecs, type FormatName } from '../codecs.ts';
import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';
import { formatOfSample, takeSample } from '../format-of-rows.ts';
import { formatRow } from '../json/format-row.ts';
import { readTextRows, type ReadRowsOptions, type TextRow } from '../rows/read-rows.ts';
import type { Consumer } from './consumer.ts';
import { consumersOf } from './consumers.ts';
import { matchesOf } from './row-matches.ts';

export interface RepairOptions extends ReadRowsOptions {
  /** Default: every known consumer that understands the format. */
  readonly consumers?: readonly Consumer[];
  /** Default: told from the first rows. */
  readonly format?: FormatName;
}

/** A row that every consumer takes now, or one that no repair helps and that is left out. */
export type RepairedRow =
  | { readonly ok: true; readonly line: number; readonly text: string; readonly isChanged: boolean }
  | { readonly ok: false; readonly line: number; readonly issues: readonly RowIssue[]; readonly raw: string };

export interface ShapedFor {
  readonly format: FormatName;
  readonly consumers: readonly Consumer[];
}

/**
 * Writes the rows of a file anew so that every consumer takes them: missing columns filled, null and unknown columns
 * left out, texts as texts, and what each consumer wants in particular. Nothing a row teaches is changed; a row that
 * would have to teach something else is left out, with the reason.
 *
 * @throws InputError `format-not-detected` when no format is given and the rows do not show it.
 */
export async function* repairRows(
  chunks: AsyncIterable<Uint8Array>,
  options: RepairOptions,
): AsyncGenerator<RepairedRow> {
  const rows = readTextRows(chunks, options);
  try {
    const sample = await takeSample(rows);
    const format = options.format ?? formatOfSample(sample)?.format ?? 'alpaca';
    const consumers = options.consumers ?? consumersOf(format);
    for (const row of sample) yield repairRow(row, format, consumers);
    for await (const row of rows) yield repairRow(row, format, consumers);
  } finally {
    await rows.return(undefined);
  }
}

/** The row as these consumers want it, one after the other; a row none of them can take comes out as it was. */
export function adaptRow(row: JsonObject, format: FormatName, consumers: readonly Consumer[]): JsonObject {
  return consumers.reduce((adapted, consumer) => consumer.adapt?.(adapted, format) ?? adapted, row);
}

/** Why a row will not do for each of the consumers. */
export function issuesFor(row: JsonObject, line: number, target: ShapedFor): readonly RowIssue[] {
  const { format, consumers } = target;
  return consumers.flatMap((consumer) =>
    matchesOf({ ok: true, value: row, line }, consumer, { format }).map(({ rule, message, pointer, fix }) => ({
      code: rule,
      message: `${consumer.name}: ${message} ${fix}`,
      pointer,
      line,
    })),
  );
}

function repairRow({ result, text }: TextRow, format: FormatName, consumers: readonly Consumer[]): RepairedRow {
  if (!result.ok) return { ok: false, line: result.line, issues: result.issues, raw: result.raw };
  const { line } = result;
  const codec = codecs[format];
  const decoded = codec.decode(withTexts(result.value, format));
  if (!decoded.ok) return { ok: false, line, issues: decoded.issues, raw: text };
  const blocked = codec.losses(decoded.value).filter((loss) => loss.kind === 'blocked');
  if (blocked.length > 0) return { ok: false, line, issues: blocked.map(notRepresentable), raw: text };
  const row = adaptRow(codec.encode(decoded.value), format, consumers);
  const issues = issuesFor(row, line, { format, consumers });
  if (issues.length > 0) return { ok: false, line, issues, raw: text };
  const repaired = formatRow(row);
  return { ok: true, line, text: repaired, isChanged: repaired.trimEnd() !== text.trim() };
}

function notRepresentable({ field, reason }: { readonly field: string; readonly reason: string }): RowIssue {
  return { code: 'not-representable', message: `${field}: ${reason}` };
}

/** JSON answers written as objects, the most frequent reason for lost Alpaca rows, become the text they should be. */
function withTexts(row: unknown, format: FormatName): unknown {
  if (format !== 'alpaca' || !isObject(row)) return row;
  const output = own(row, 'output');
  const input = own(row, 'input');
  return {
    ...row,
    ...(typeof output === 'object' && output !== null && { output: JSON.stringify(output) }),
    ...(typeof input === 'object' && input !== null && { input: JSON.stringify(input) }),
  };
}

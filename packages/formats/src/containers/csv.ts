import { InputError, type Codec, type CodecRecord } from '@dsgen/core';
import type { JsonObject } from '../conversation/row-reader.ts';
import { encoded } from '../rows/encoded.ts';

/** What spreadsheets take for a formula when it begins a cell. */
const formulaStart = /^'*[=+\-@\t\r]/;
const escapedFormula = /^'+[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/** A cell as spreadsheets show it as text: one `'` before what they would run as a formula. {@link readCell} undoes it. */
export function writeCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a cell, without the `'` that kept it from being run. */
export function readCell(cell: string): string {
  return escapedFormula.test(cell) ? cell.slice(1) : cell;
}

export interface WriteCsvOptions {
  /** Columns in order. Default: the columns that the codec's schema requires. */
  readonly columns?: readonly string[];
}

/**
 * Records as CSV (RFC 4180, CRLF), for formats whose rows are flat text: Alpaca, prompt and completion.
 *
 * @throws InputError `csv-not-flat` at a row with a value that is no text or a column that the header lacks.
 */
export async function* writeCsv(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
  options: WriteCsvOptions = {},
): AsyncGenerator<Uint8Array> {
  yield* writeCsvRows(encoded(records, codec), options.columns ?? columnsOf(codec));
}

/** The same for rows of any kind. */
export async function* writeCsvRows(
  rows: AsyncIterable<JsonObject>,
  columns: readonly string[],
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(line(columns));
  for await (const row of rows) yield Buffer.from(csvRow(row, columns));
}

function csvRow(row: JsonObject, columns: readonly string[]): string {
  const stray = Object.keys(row).find((key) => !columns.includes(key));
  if (stray !== undefined) throw notFlat(stray, 'is not in the header');
  return line(
    columns.map((column) => {
      const value = row[column] ?? '';
      if (typeof value !== 'string') throw notFlat(column, 'is no text');
      return value;
    }),
  );
}

function line(cells: readonly string[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** Columns of a format as CSV: those that its schema requires. */
export function columnsOf(codec: Codec): readonly string[] {
  const required = codec.schema['required'];
  return Array.isArray(required) ? required.map(String) : [];
}

function notFlat(column: string, problem: string): InputError {
  return new InputError({
    code: 'csv-not-flat',
    message: `Writing CSV failed: the column ${JSON.stringify(column)} ${problem}.`,
    fix: 'Name the columns, or write JSON Lines.',
  });
}

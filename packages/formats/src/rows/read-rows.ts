import type { AbortableOptions, ReadResult, RowIssue } from '@dsgen/core';
import type { DecompressOptions } from '../containers/compression.ts';
import { asBuffer } from '../containers/peek-bytes.ts';
import { readTar } from '../containers/tar.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { DEFAULT_ROW_LIMITS, type RowLimits } from '../json/limits.ts';
import { parseRow } from '../json/parse-row.ts';
import { positionIn, type TextPosition } from '../json/text-position.ts';
import { openSource, type RowSource } from './open-source.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { KEPT_BYTES, type RowSlice } from './row-slice.ts';
import { splitArray } from './split-array.ts';
import { splitLines } from './split-lines.ts';

export interface ReadRowsOptions extends RowLimits, DecompressOptions, AbortableOptions {}

/** A row with its text and place, so that a defect found later can still be located. */
export interface TextRow {
  readonly result: ReadResult<unknown>;
  readonly text: string;
  readonly start: TextPosition;
  /** Whether the file is one JSON list instead of JSON Lines. */
  readonly isList: boolean;
}

/**
 * The rows of a JSON Lines file, a JSON list, a CSV file of a known format or a
 * WebDataset shard, compressed or not, told apart by content. A bad row is a result with its issues, and
 * reading goes on; only a failing source rejects. Memory holds one row.
 *
 * @example
 * for await (const row of readRows(stream)) if (!row.ok) console.error(row.line, row.issues);
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadRowsOptions = {},
): AsyncGenerator<ReadResult<unknown>> {
  for await (const row of readTextRows(chunks, options)) yield row.result;
}

/** Like {@link readRows}, with the text of each row. */
export async function* readTextRows(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadRowsOptions = {},
): AsyncGenerator<TextRow> {
  const limits = {
    maxRowBytes: options.maxRowBytes ?? DEFAULT_ROW_LIMITS.maxRowBytes,
    maxDepth: options.maxDepth ?? DEFAULT_ROW_LIMITS.maxDepth,
  };
  const source = await openSource(chunks, options);
  if (source.kind === 'tar') yield* readTarRows(source.chunks, limits);
  else if (source.kind === 'csv') {
    yield* readCsvRows(source.chunks, { separator: source.separator, maxRowLength: limits.maxRowBytes });
  } else yield* readSlices(source, limits);
}

async function* readSlices(
  { kind, chunks }: RowSource & { readonly kind: 'list' | 'lines' },
  limits: Required<RowLimits>,
): AsyncGenerator<TextRow> {
  const isList = kind === 'list';
  const split = isList ? splitArray : splitLines;
  for await (const slice of split(chunks, limits.maxRowBytes)) {
    const row = readSlice(slice, limits);
    if (row !== undefined) yield { ...row, isList };
  }
}

/** WebDataset: each `.json` file is a row. Rows are placed by the number of their file in the archive. */
async function* readTarRows(chunks: AsyncIterable<Uint8Array>, limits: Required<RowLimits>): AsyncGenerator<TextRow> {
  let line = 0;
  for await (const { name, body } of readTar(chunks, { maxEntryBytes: limits.maxRowBytes })) {
    if (!name.endsWith('.json')) continue;
    line += 1;
    const row = readSlice({ kind: 'row', bytes: asBuffer(body), start: { line, column: 1 } }, limits);
    if (row !== undefined) yield { ...row, isList: false };
  }
}

type ReadText = Omit<TextRow, 'isList'>;

/** The row that the bytes hold; undefined for white space. */
export function readSlice(slice: RowSlice, limits: Required<RowLimits>): ReadText | undefined {
  const { start } = slice;
  const decoded = decodeUtf8(slice.bytes);
  const { text } = decoded;
  if (slice.kind === 'broken') return badRow(text, start, [{ code: 'json-syntax', message: slice.message, ...start }]);
  if (slice.kind === 'too-long') {
    const message = `The row is longer than ${limits.maxRowBytes} bytes; raise the limit or split the row.`;
    return badRow(text, start, [{ code: 'row-too-long', message, ...start }]);
  }
  if (!decoded.ok) return badRow(text, start, [encodingIssue(decoded, start)]);
  if (text.trim() === '') return undefined;
  const parsed = parseRow(text, { maxDepth: limits.maxDepth, start });
  if (!parsed.ok) return badRow(text, start, parsed.issues);
  return { result: { ok: true, value: parsed.value, line: start.line }, text, start };
}

interface BadEncoding {
  readonly text: string;
  readonly offset: number;
  readonly byte: number;
}

function encodingIssue({ text, offset, byte }: BadEncoding, start: TextPosition): RowIssue {
  const isUtf16 = offset === 0 && (byte === 0xff || byte === 0xfe);
  const message = isUtf16
    ? 'The file is UTF-16; save it as UTF-8.'
    : `The byte 0x${byte.toString(16).padStart(2, '0')} is not UTF-8; save the file as UTF-8.`;
  return { code: 'invalid-utf8', message, ...positionIn(text, offset, start) };
}

function badRow(text: string, start: TextPosition, issues: readonly RowIssue[]): ReadText {
  const raw = text.length > KEPT_BYTES * 64 ? text.slice(0, KEPT_BYTES * 64) : text;
  return { result: { ok: false, issues, line: start.line, raw }, text, start };
}

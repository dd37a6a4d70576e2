import type { AbortableOptions, ReadResult, RowIssue } from '@dsgen/core';
import { decompress, type DecompressOptions } from '../containers/compression.ts';
import { asBuffer, peekBytes } from '../containers/peek-bytes.ts';
import { isTar, readTar } from '../containers/tar.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { DEFAULT_ROW_LIMITS, type RowLimits } from '../json/limits.ts';
import { parseRow } from '../json/parse-row.ts';
import { positionIn, type TextPosition } from '../json/text-position.ts';
import { csvSeparator, readCsvRows } from './read-csv-rows.ts';
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
  const { head, chunks: bytes } = await peekBytes(
    decompress(abortable(chunks, options.signal), options),
    TAR_HEAD_BYTES,
  );
  if (isTar(head)) {
    yield* readTarRows(bytes, limits);
    return;
  }
  const source = await openSource(bytes);
  const separator = source.isJson ? undefined : csvSeparator(source.head);
  if (separator !== undefined) {
    yield* readCsvRows(source.chunks, separator);
    return;
  }
  const split = source.isList ? splitArray : splitLines;
  for await (const slice of split(source.chunks, limits.maxRowBytes)) {
    const row = readSlice(slice, limits);
    if (row !== undefined) yield { ...row, isList: source.isList };
  }
}

/** As far as the mark of a tar archive. */
const TAR_HEAD_BYTES = 262;

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

async function* abortable(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

interface OpenedSource {
  readonly isList: boolean;
  /** Whether the first character can begin a row of JSON. */
  readonly isJson: boolean;
  readonly head: Buffer;
  readonly chunks: AsyncIterable<Buffer>;
}

/** A file that starts with this much white space is no list; looking on would cost memory. */
const MAX_HEAD_BYTES = 64 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Drops a byte order mark and tells a list from lines by the first character that is not white space. */
async function openSource(source: AsyncIterable<Uint8Array>): Promise<OpenedSource> {
  // Three bytes decide about the mark; after that, one character decides about the list.
  let peeked = await peekBytes(source, byteOrderMark.length);
  while (firstCharacter(peeked.head) === undefined && peeked.head.length < MAX_HEAD_BYTES) {
    const { length } = peeked.head;
    peeked = await peekBytes(peeked.chunks, length + 1);
    if (peeked.head.length === length) break;
  }
  const isMarked = peeked.head.subarray(0, byteOrderMark.length).equals(byteOrderMark);
  const first = firstCharacter(peeked.head);
  return {
    isList: first === '[',
    isJson: first === '[' || first === '{',
    head: peeked.head,
    chunks: isMarked ? withoutMark(peeked.chunks) : peeked.chunks,
  };
}

function firstCharacter(head: Buffer): string | undefined {
  return /[^\s\ufeff]/.exec(head.toString('utf8'))?.[0];
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst ? chunk.subarray(byteOrderMark.length) : chunk;
    isFirst = false;
  }
}

type ReadText = Omit<TextRow, 'isList'>;

function readSlice(slice: RowSlice, limits: Required<RowLimits>): ReadText | undefined {
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

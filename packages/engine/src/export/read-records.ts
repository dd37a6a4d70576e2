import { InputError, type Codec, type DatasetManifest, type DatasetRecord, type ReadResult } from '@dsgen/core';
import { packingOfName, readParquetLines, readRows, type RandomAccessFile } from '@dsgen/formats';
import { shardKey, splitOf } from './data-files.ts';
import { LINEAGE_FILE } from './dataset-writer.ts';
import {
  conversationOf,
  type CandidateFacts,
  type Conversation,
  type LineageRow,
  type RowPlace,
} from './lineage-row.ts';

export interface ReadRecordsOptions {
  readonly manifest: Pick<DatasetManifest, 'name' | 'files'>;
  /** The format's codec. For a format of the user's own any will do: its lineage holds the conversations. */
  readonly codec: Codec;
  /** The bytes of a file of the dataset. */
  readonly open: (name: string) => AsyncIterable<Uint8Array>;
  /** A file to be read at any place, for Parquet. Default: such a file is read into memory. */
  readonly openRandomAccess?: (name: string) => Promise<RandomAccessFile & AsyncDisposable>;
  readonly signal?: AbortSignal;
}

/** A record with what its lineage tells beyond it. */
export interface RecordEntry {
  readonly record: DatasetRecord;
  readonly row: RowPlace;
  readonly candidate: CandidateFacts;
}

/**
 * Reads a dataset folder back: the rows of the data files joined with their lineage, in dataset order. Memory holds one
 * row of each file.
 *
 * @throws InputError `dataset-broken` with file and line when a row is bad, missing or not the one the lineage means.
 */
export async function* readRecords(options: ReadRecordsOptions): AsyncGenerator<DatasetRecord> {
  for await (const { record } of readEntries(options)) yield record;
}

/** The same, with the place of each row and what was known of the candidate. */
export async function* readEntries(options: ReadRecordsOptions): AsyncGenerator<RecordEntry> {
  const data = new DataCursors(options);
  try {
    for await (const result of readRows(options.open(data.requirePlain(LINEAGE_FILE)), signalOf(options))) {
      const lineage = lineageOf(result, options.manifest.name);
      yield await joinEntry({ ...lineage, from: result.line }, data, options.codec);
    }
  } finally {
    await data.close();
  }
}

async function joinEntry(
  lineage: LineageRow & { readonly from: number },
  data: DataCursors,
  codec: Codec,
): Promise<RecordEntry> {
  const { file: key, line, from, pattern, section, score, content, id, task, ...rest } = lineage;
  const { file, cursor } = data.at(key, from);
  const row = await cursor.next();
  if (row === undefined || cursor.rows !== line) throw broken(file, line, `row ${line} is missing`);
  if (!row.ok) throw broken(file, line, row.issues[0]?.message ?? 'the row is not JSON');
  const conversation = content ?? decodeRow(codec, row.value, { file, line });
  return {
    record: { id, task, ...conversation, ...rest },
    row: { file, line },
    candidate: { pattern, section, score },
  };
}

function decodeRow(
  codec: Codec,
  row: unknown,
  { file, line }: { readonly file: string; readonly line: number },
): Conversation {
  const decoded = codec.decode(row);
  if (!decoded.ok) throw broken(file, line, decoded.issues[0]?.message ?? `the row is not ${codec.name}`);
  return conversationOf(decoded.value);
}

function lineageOf(result: ReadResult<unknown>, name: string): LineageRow {
  if (!result.ok) throw broken(LINEAGE_FILE, result.line, result.issues[0]?.message ?? 'the line is not JSON');
  if (isLineage(result.value)) return result.value;
  throw broken(LINEAGE_FILE, result.line, `the line is not the lineage of a record of ${JSON.stringify(name)}`);
}

/** The fields that joining and verifying rest on; the rest is as the writer left it. */
function isLineage(value: unknown): value is LineageRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Partial<Record<keyof LineageRow, unknown>>;
  return (
    typeof row.id === 'string' &&
    typeof row.file === 'string' &&
    Number.isSafeInteger(row.line) &&
    Array.isArray(row.sources)
  );
}

/** The data files that a lineage leads through. No name that a damaged or hostile lineage gives leads out of the manifest. */
class DataCursors {
  readonly #options: ReadRecordsOptions;
  readonly #names: ReadonlyMap<string, string>;
  readonly #cursors = new Map<string, RowCursor>();

  constructor(options: ReadRecordsOptions) {
    const data = options.manifest.files.filter(({ name }) => splitOf(name) !== undefined);
    this.#options = options;
    this.#names = new Map(data.map(({ name }) => [shardKey(name), name]));
  }

  /** @param from Line of the lineage that says so. */
  at(key: string, from: number): { readonly file: string; readonly cursor: RowCursor } {
    const file = this.#names.get(key);
    if (file === undefined) {
      throw broken(LINEAGE_FILE, from, `${JSON.stringify(key)} is no data file`);
    }
    const known = this.#cursors.get(file);
    if (known !== undefined) return { file, cursor: known };
    const cursor = new RowCursor(readRows(this.#open(this.requirePlain(file)), signalOf(this.#options)));
    this.#cursors.set(file, cursor);
    return { file, cursor };
  }

  /** @throws InputError `dataset-encrypted` */
  requirePlain(name: string): string {
    const isEncrypted = this.#options.manifest.files.some(
      (file) => shardKey(file.name) === shardKey(name) && file.plain,
    );
    if (!isEncrypted) return name;
    throw new InputError({
      code: 'dataset-encrypted',
      message: `Cannot read the records of the dataset ${JSON.stringify(this.#options.manifest.name)}: they are encrypted`,
      fix: 'Decrypt it first: dsgen decrypt <dataset> <folder> --identity <file>',
    });
  }

  async close(): Promise<void> {
    for (const cursor of this.#cursors.values()) await cursor.close();
  }

  #open(file: string): AsyncIterable<Uint8Array> {
    return packingOfName(file).container === 'parquet' ? parquetLines(file, this.#options) : this.#options.open(file);
  }
}

async function* parquetLines(name: string, options: ReadRecordsOptions): AsyncGenerator<Uint8Array> {
  if (options.openRandomAccess === undefined) {
    const pieces: Uint8Array[] = [];
    for await (const piece of options.open(name)) pieces.push(piece);
    yield* readParquetLines(new Uint8Array(Buffer.concat(pieces)).buffer);
  } else {
    await using file = await options.openRandomAccess(name);
    yield* readParquetLines(file);
  }
}

/** Rows of one file, one at a time. */
class RowCursor {
  readonly #results: AsyncGenerator<ReadResult<unknown>>;
  #rows = 0;

  constructor(results: AsyncGenerator<ReadResult<unknown>>) {
    this.#results = results;
  }

  /** Rows read so far. */
  get rows(): number {
    return this.#rows;
  }

  async next(): Promise<ReadResult<unknown> | undefined> {
    const { value, done } = await this.#results.next();
    if (done === true) return undefined;
    this.#rows += 1;
    return value;
  }

  async close(): Promise<void> {
    await this.#results.return(undefined);
  }
}

function signalOf({ signal }: ReadRecordsOptions): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function broken(file: string, line: number, problem: string): InputError {
  return new InputError({
    code: 'dataset-broken',
    message: `Reading the dataset failed in ${file}, line ${line}: ${problem.replace(/\.$/, '')}.`,
    fix: 'Generate the dataset again, or restore its files: they belong together.',
    position: { document: file, line },
  });
}

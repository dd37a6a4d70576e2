import { InputError, SPLITS, type Codec, type DatasetManifest, type DatasetRecord, type ReadResult } from '@dsgen/core';
import { readRows } from '@dsgen/formats';
import { LINEAGE_FILE, splitFile } from './dataset-writer.ts';
import {
  conversationOf,
  type CandidateFacts,
  type Conversation,
  type LineageRow,
  type RowPlace,
} from './lineage-row.ts';

export interface ReadRecordsOptions {
  readonly manifest: Pick<DatasetManifest, 'name'>;
  /** The format's codec. For a format of the user's own any will do: its lineage holds the conversations. */
  readonly codec: Codec;
  /** The bytes of a file of the dataset. */
  readonly open: (name: string) => AsyncIterable<Uint8Array>;
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
  const files = new Map<string, RowCursor>();
  try {
    for await (const result of readRows(options.open(LINEAGE_FILE), signalOf(options))) {
      yield await joinEntry(lineageOf(result, options.manifest.name), files, options);
    }
  } finally {
    for (const cursor of files.values()) await cursor.close();
  }
}

async function joinEntry(
  lineage: LineageRow,
  files: Map<string, RowCursor>,
  options: ReadRecordsOptions,
): Promise<RecordEntry> {
  const { file, line, pattern, section, score, content, id, task, ...rest } = lineage;
  const cursor = files.get(file) ?? new RowCursor(readRows(options.open(file), signalOf(options)));
  files.set(file, cursor);
  const row = await cursor.next();
  if (row?.line !== line) throw broken(file, line, `row ${line} is missing`);
  if (!row.ok) throw broken(file, line, row.issues[0]?.message ?? 'the row is not JSON');
  const conversation = content ?? decodeRow(options.codec, row.value, { file, line });
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

/** No name that a damaged or hostile lineage gives may lead out of the dataset. */
const DATA_FILES: ReadonlySet<unknown> = new Set(SPLITS.map(splitFile));

/** The fields that joining and verifying rest on; the rest is as the writer left it. */
function isLineage(value: unknown): value is LineageRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Partial<Record<keyof LineageRow, unknown>>;
  return (
    typeof row.id === 'string' &&
    DATA_FILES.has(row.file) &&
    Number.isSafeInteger(row.line) &&
    Array.isArray(row.sources)
  );
}

/** Rows of one file, one at a time. */
class RowCursor {
  readonly #rows: AsyncGenerator<ReadResult<unknown>>;

  constructor(rows: AsyncGenerator<ReadResult<unknown>>) {
    this.#rows = rows;
  }

  async next(): Promise<ReadResult<unknown> | undefined> {
    const { value, done } = await this.#rows.next();
    return done === true ? undefined : value;
  }

  async close(): Promise<void> {
    await this.#rows.return(undefined);
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

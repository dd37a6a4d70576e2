import { InputError, UsageError, type Codec } from '@dsgen/core';
import { codecs } from '../codecs.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import { detectFormat } from '../detect-format.ts';
import { writeParquetRows } from '../parquet/write-parquet.ts';
import { splitLines } from '../rows/split-lines.ts';
import { compress, compressionOfName, type Compression } from './compression.ts';
import { columnsOf, writeCsvRows } from './csv.ts';
import { asBuffer } from './peek-bytes.ts';
import { Replay } from './replay.ts';
import { writeTar } from './tar.ts';
import { webDatasetEntry } from './web-dataset.ts';

export const CONTAINERS = ['lines', 'list', 'csv', 'parquet', 'tar'] as const;
/** How rows are laid out in a file: JSON Lines, one JSON list, CSV, Parquet, a WebDataset shard. */
export type Container = (typeof CONTAINERS)[number];

export interface Packing {
  readonly container: Container;
  readonly compression?: Compression;
}

/**
 * What the name of a file says of how its rows are laid out and compressed; JSON Lines where it says nothing.
 *
 * @example
 * ```ts
 * import { packingOfName } from '@dsgen/formats';
 *
 * console.log(packingOfName('train.json.gz')); // { container: 'list', compression: 'gzip' }
 * ```
 */
export function packingOfName(name: string): Packing {
  const compression = compressionOfName(name);
  const plain = compression === undefined ? name : name.replace(/\.[^.]*$/, '');
  const extension = /\.([^./\\]+)$/.exec(plain)?.[1]?.toLowerCase() ?? '';
  const container = extension === 'json' ? 'list' : CONTAINERS.find((known) => known === extension);
  return { container: container ?? 'lines', ...(compression !== undefined && { compression }) };
}

export interface PackRowsOptions extends Packing {
  /** Gives the columns of CSV and Parquet. Default: CSV has those of the first row, Parquet those of the rows' format. */
  readonly codec?: Codec;
}

/**
 * Rows as the bytes of a file of any container. Memory holds one row; of Parquet one group of rows.
 *
 * @param lines JSON Lines in any pieces.
 * @throws InputError `csv-not-flat` or `parquet-columns` at a row that the container has no place for;
 *   `parquet-needs-format` when the rows show none.
 * @throws UsageError `parquet-compressed`
 * @example
 * ```ts
 * import { packRows } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const lines = Readable.from([Buffer.from('{"text":"a"}\n{"text":"b"}\n')]);
 * for await (const bytes of packRows(lines, { container: 'csv' })) process.stdout.write(bytes);
 * ```
 */
export function packRows(lines: AsyncIterable<Uint8Array>, options: PackRowsOptions): AsyncIterable<Uint8Array> {
  const packed = packers[options.container](lines, options);
  return options.compression === undefined ? packed : compress(packed, options.compression);
}

type Packer = (lines: AsyncIterable<Uint8Array>, options: PackRowsOptions) => AsyncIterable<Uint8Array>;

const packers: Readonly<Record<Container, Packer>> = {
  lines: (lines) => lines,
  list: packList,
  csv: packCsv,
  parquet: packParquet,
  tar: (lines) => writeTar(entries(lines)),
};

async function* rowsOf(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { bytes } of splitLines(buffers(lines), Number.POSITIVE_INFINITY)) yield bytes;
}

async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield asBuffer(chunk);
}

/** The rows were written by this package, so they are JSON. */
async function* parsed(lines: AsyncIterable<Uint8Array>): AsyncGenerator<JsonObject> {
  for await (const row of rowsOf(lines)) yield JSON.parse(row.toString('utf8')) as JsonObject;
}

const separator = Buffer.from(',\n');

async function* packList(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const row of rowsOf(lines)) {
    yield Buffer.concat([isFirst ? Buffer.from('[\n') : separator, row]);
    isFirst = false;
  }
  yield Buffer.from(isFirst ? '[]\n' : '\n]\n');
}

async function* packCsv(lines: AsyncIterable<Uint8Array>, { codec }: PackRowsOptions): AsyncGenerator<Uint8Array> {
  const rows = parsed(lines);
  const first = await rows.next();
  const columns = codec === undefined ? Object.keys(first.done === true ? {} : first.value) : columnsOf(codec);
  yield* writeCsvRows(followed(first, rows), columns);
}

async function* followed<Row>(first: IteratorResult<Row>, rest: AsyncGenerator<Row>): AsyncGenerator<Row> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* entries(lines: AsyncIterable<Uint8Array>) {
  let index = 0;
  for await (const row of rowsOf(lines)) {
    yield webDatasetEntry(index, Buffer.concat([row, Buffer.from('\n')]));
    index += 1;
  }
}

/** Rows by which the format of a Parquet file is told when none is given. */
const SAMPLE_ROWS = 100;

async function* packParquet(
  lines: AsyncIterable<Uint8Array>,
  { codec, compression }: PackRowsOptions,
): AsyncGenerator<Uint8Array> {
  if (compression !== undefined) {
    throw new UsageError({
      code: 'parquet-compressed',
      message: `Writing Parquet failed: a Parquet file cannot be read when all of it is compressed with ${compression}.`,
      fix: 'Leave the extension of the compression out: what is in a Parquet file is compressed already.',
    });
  }
  const rows = new Replay(parsed(lines));
  try {
    const columns = codec ?? (await codecOf(rows));
    yield* writeParquetRows(fitting(rows.all(), columns), columns.schema);
  } finally {
    await rows.close();
  }
}

async function codecOf(rows: Replay<JsonObject>): Promise<Codec> {
  const sample: JsonObject[] = [];
  for await (const row of rows.look()) if (sample.push(row) === SAMPLE_ROWS) break;
  const { format, reasons } = detectFormat(sample);
  if (format !== undefined) return codecs[format];
  throw new InputError({
    code: 'parquet-needs-format',
    message: `Writing Parquet failed: which columns it has is not known, because the rows are of no known format. ${reasons.join(' ')}`,
    fix: 'Write JSON Lines, or convert the rows to a format first.',
  });
}

/** Refuses what the columns of the format have no place for, instead of losing it. */
async function* fitting(rows: AsyncIterable<JsonObject>, codec: Codec): AsyncGenerator<JsonObject> {
  for await (const row of rows) {
    const decoded = codec.decode(row);
    const problem = decoded.ok ? decoded.notes?.find(({ code }) => code === 'unknown-column') : decoded.issues[0];
    if (problem !== undefined) {
      throw new InputError({
        code: 'parquet-columns',
        message: `Writing Parquet failed: a row does not fit the columns of ${codec.name}: ${problem.message}`,
        fix: 'Convert the rows to the format first, or write JSON Lines.',
      });
    }
    yield row;
  }
}

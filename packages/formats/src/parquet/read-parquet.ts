import { InputError, type ReadResult } from '@dsgen/core';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parseRow } from '../json/parse-row.ts';

/** A file that can be read at any place: Parquet keeps its table of contents at the end. */
export interface RandomAccessFile {
  readonly byteLength: number;
  /** Bytes from `start` to `end`, exclusive. */
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/**
 * The rows of a Parquet file, one row group in memory at a time. `line` is the number of the row.
 *
 * @throws InputError `container-corrupt` when the file is no whole Parquet file.
 */
export async function* readParquetRows(file: RandomAccessFile): AsyncGenerator<ReadResult<unknown>> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  try {
    const metadata = await parquetMetadataAsync(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors, parsers });
      for (const row of rows) {
        rowStart += 1;
        yield { ok: true, value: plain(row), line: rowStart };
      }
    }
  } catch (cause) {
    throw new InputError({
      code: 'container-corrupt',
      message: `Reading the Parquet file failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'Copy or download the file again.',
      cause,
    });
  }
}

const compressors = {
  ZSTD: unzipped(zstdDecompressSync),
  GZIP: unzipped(gunzipSync),
  BROTLI: unzipped(brotliDecompressSync),
};

/** A byte order mark at the start of a text is part of it, and keys are read right (see `parseRow`). */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const parsers = { stringFromBytes: decodeText, jsonFromBytes: decodeJson };

/** There are no bytes where a value is missing. */
function decodeText(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : decoder.decode(bytes);
}

/** A value from JSON text, in which a null is the user's own. */
class JsonValue {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

function decodeJson(bytes: Uint8Array | undefined): JsonValue | undefined {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  const parsed = parseRow(text);
  return new JsonValue(parsed.ok ? parsed.value : text);
}

function unzipped(decompress: (input: Uint8Array) => Uint8Array): (input: Uint8Array) => Uint8Array {
  return (input) => decompress(input);
}

/** Missing values are left out rather than null, and whole numbers are numbers where they are held exactly. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof JsonValue) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, plain(member)]));
}

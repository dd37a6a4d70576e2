import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { compressionOfName, decompress, isParquet, openRandomAccess, readParquetLines } from '@dsgen/sdk';
import { fileError } from './file-error.ts';

export interface ReadInputOptions {
  /** Hears of every read from the disk. */
  readonly onBytes?: (bytes: number) => void;
}

/** Smaller reads are more of them, larger ones fresh memory each: of 64 KiB to 1 MiB the least time in all. */
const CHUNK_BYTES = 128 * 1024;
const HEAD_BYTES = 4;

/**
 * The bytes of a file of rows, or of standard input for `-`. What only a file can tell is done here: Parquet comes as JSON
 * Lines, and Brotli, which has no mark, goes by the name.
 */
export async function* readInput(path: string, options: ReadInputOptions = {}): AsyncGenerator<Uint8Array, void> {
  try {
    if (path === '-') yield* process.stdin;
    else if (compressionOfName(path) === 'brotli')
      yield* decompress(chunksOf(path, options), { compression: 'brotli' });
    else if (isParquet(await headOf(path))) yield* parquetLines(path, options);
    else yield* chunksOf(path, options);
  } catch (error) {
    throw fileError(error, { action: 'read', path });
  }
}

async function* chunksOf(path: string, { onBytes }: ReadInputOptions): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    onBytes?.(bytes.length);
    yield bytes;
  }
}

/** Only of regular files: what is read of a pipe is gone. */
async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) return new Uint8Array();
    const head = new Uint8Array(HEAD_BYTES);
    await file.read(head, 0, HEAD_BYTES, 0);
    return head;
  } finally {
    await file.close();
  }
}

async function* parquetLines(path: string, { onBytes }: ReadInputOptions): AsyncGenerator<Uint8Array> {
  await using file = await openRandomAccess(path, onBytes);
  yield* readParquetLines(file);
}

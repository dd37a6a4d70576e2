import { formatRow } from '../json/format-row.ts';
import { readParquetRows, type RandomAccessFile } from './read-parquet.ts';

const PARQUET_MAGIC = Buffer.from('PAR1');

/** Whether the first bytes of a file are those of a Parquet file. */
export function isParquet(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .subarray(0, PARQUET_MAGIC.length)
    .equals(PARQUET_MAGIC);
}

const CHUNK_CHARACTERS = 64 * 1024;

/**
 * A Parquet file as JSON Lines, for everything that reads a stream: row 7 is line 7.
 *
 * @throws InputError `container-corrupt` when the file is no whole Parquet file.
 * @example
 * ```ts
 * import { codecs, readDataset, readParquetLines, writeParquet } from '@dsgen/formats';
 *
 * const record = { messages: [{ role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' }] } as const;
 * const pieces: Uint8Array[] = [];
 * for await (const piece of writeParquet([record], codecs.openai)) pieces.push(piece);
 * const file = await new Blob(pieces).arrayBuffer();
 * for await (const result of readDataset(readParquetLines(file))) console.log(result.ok, result.line); // true 1
 * ```
 */
export async function* readParquetLines(file: RandomAccessFile): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const row of readParquetRows(file)) {
    if (!row.ok) continue;
    text += formatRow(row.value);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

import { InputError, type AbortableOptions } from '@dsgen/core';
import { decompress, type DecompressOptions } from '../containers/compression.ts';
import { peekBytes } from '../containers/peek-bytes.ts';
import { isTar } from '../containers/tar.ts';
import { isParquet } from '../parquet/read-parquet-lines.ts';
import { csvSeparator } from './read-csv-rows.ts';

/** Bytes of rows, decompressed and without a byte order mark, and what container they are in. */
export type RowSource =
  | { readonly kind: 'lines' | 'list'; readonly chunks: AsyncIterable<Buffer> }
  | { readonly kind: 'tar'; readonly chunks: AsyncIterable<Buffer> }
  | { readonly kind: 'csv'; readonly chunks: AsyncIterable<Buffer>; readonly separator: string };

/** As far as the mark of a tar archive. */
const TAR_HEAD_BYTES = 262;
/** A file that starts with this much white space is no list; looking on would cost memory. */
const MAX_HEAD_BYTES = 64 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Tells the container of a stream by its first bytes.
 *
 * @throws InputError `parquet-needs-file`
 */
export async function openSource(
  chunks: AsyncIterable<Uint8Array>,
  options: DecompressOptions & AbortableOptions,
): Promise<RowSource> {
  let peeked = await peekBytes(decompress(abortable(chunks, options.signal), options), TAR_HEAD_BYTES);
  if (isTar(peeked.head)) return { kind: 'tar', chunks: peeked.chunks };
  if (isParquet(peeked.head)) {
    await peeked.chunks.return(undefined);
    throw parquetNeedsFile();
  }
  while (firstCharacter(peeked.head) === undefined && peeked.head.length < MAX_HEAD_BYTES) {
    const { length } = peeked.head;
    peeked = await peekBytes(peeked.chunks, length + 1);
    if (peeked.head.length === length) break;
  }
  const isMarked = peeked.head.subarray(0, byteOrderMark.length).equals(byteOrderMark);
  const rest = isMarked ? withoutMark(peeked.chunks) : peeked.chunks;
  const first = firstCharacter(peeked.head);
  if (first === '[') return { kind: 'list', chunks: rest };
  const separator = first === '{' ? undefined : csvSeparator(peeked.head);
  return separator === undefined ? { kind: 'lines', chunks: rest } : { kind: 'csv', chunks: rest, separator };
}

async function* abortable(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

function parquetNeedsFile(): InputError {
  return new InputError({
    code: 'parquet-needs-file',
    message:
      'Reading the rows failed: a Parquet file cannot be read as a stream, because its contents are listed at its end.',
    fix: 'Name the file instead of piping it; in code, give readParquetLines the file.',
  });
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

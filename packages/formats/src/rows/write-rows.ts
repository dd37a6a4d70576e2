import type { Codec, CodecRecord } from '@dsgen/core';
import { formatRow } from '../json/format-row.ts';

/** Small rows are written together: one chunk for each would cost more than the rows. */
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Records as JSON Lines in a format: UTF-8, LF, keys in one order, no null.
 *
 * @throws InputError `record-not-representable` at a record that the format cannot hold.
 * @example
 * await pipeline(writeRows(records, codecs.alpaca), createWriteStream('train.jsonl'));
 */
export async function* writeRows(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const record of records) {
    text += formatRow(codec.encode(record));
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

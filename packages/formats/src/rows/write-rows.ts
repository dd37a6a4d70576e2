import type { Codec, CodecRecord } from '@dsgen/core';
import { formatRow } from '../json/format-row.ts';

export interface WriteRowsOptions {
  /** `lines` is JSON Lines; `list` is one JSON list with a row on each line. Default `lines`. */
  readonly layout?: 'lines' | 'list';
}

/** Small rows are written together: one chunk for each would cost more than the rows. */
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Records as JSON Lines, or a JSON list, in a format: UTF-8, LF, keys in one order, no null.
 *
 * @throws InputError `record-not-representable` at a record that the format cannot hold.
 * @example
 * ```ts
 * import { codecs, writeRows } from '@dsgen/formats';
 * import { createWriteStream } from 'node:fs';
 * import { pipeline } from 'node:stream/promises';
 *
 * const record = { messages: [{ role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' }] } as const;
 * await pipeline(writeRows([record], codecs.alpaca), createWriteStream('train.jsonl'));
 * ```
 */
export async function* writeRows(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
  options: WriteRowsOptions = {},
): AsyncGenerator<Uint8Array> {
  const isList = options.layout === 'list';
  let text = '';
  let separator = isList ? '[\n' : '';
  for await (const record of records) {
    const row = formatRow(codec.encode(record));
    text += isList ? separator + row.slice(0, -1) : row;
    separator = ',\n';
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (isList) text += separator === ',\n' ? '\n]\n' : '[]\n';
  if (text !== '') yield Buffer.from(text);
}

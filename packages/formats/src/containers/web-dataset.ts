import type { Codec, CodecRecord } from '@dsgen/core';
import { formatRow } from '../json/format-row.ts';
import type { TarEntry } from './tar.ts';

/** Digits of a sample's number: enough for a billion, so that names sort as numbers do. */
const DIGITS = 9;

/**
 * Records as the files of a WebDataset shard: sample 7 is `000000007.json`.
 *
 * @example
 * writeTar(webDatasetEntries(records, codecs.openai));
 */
export async function* webDatasetEntries(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
): AsyncGenerator<TarEntry> {
  let index = 0;
  for await (const record of records) {
    yield webDatasetEntry(index, Buffer.from(formatRow(codec.encode(record))));
    index += 1;
  }
}

export function webDatasetEntry(index: number, body: Uint8Array): TarEntry {
  return { name: `${String(index).padStart(DIGITS, '0')}.json`, body };
}

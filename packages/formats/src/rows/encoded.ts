import type { Codec, CodecRecord } from '@dsgen/core';
import type { JsonObject } from '../conversation/row-reader.ts';

/** The rows of records. */
export async function* encoded(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
): AsyncGenerator<JsonObject> {
  for await (const record of records) yield codec.encode(record);
}

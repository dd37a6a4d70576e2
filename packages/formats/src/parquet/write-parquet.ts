import type { Codec, CodecRecord } from '@dsgen/core';
import { zstdCompressSync } from 'node:zlib';
import type { JsonObject } from '../conversation/row-reader.ts';
import { encoded } from '../rows/encoded.ts';
import { columnNames, parquetSchema } from './parquet-schema.ts';

export interface WriteParquetOptions {
  /** Rows held in memory and written together. Default 2000. */
  readonly rowsPerGroup?: number;
  /** Default `zstd`; `snappy` for readers that know nothing newer. */
  readonly compression?: 'zstd' | 'snappy';
}

/**
 * Records as a Parquet file with typed columns: conversations are lists of structs, so `datasets`, pyarrow and DuckDB read
 * them as they read JSON Lines. Memory holds one group of rows.
 *
 * @throws InputError `record-not-representable` at a record that the format cannot hold.
 */
export async function* writeParquet(
  records: AsyncIterable<CodecRecord> | Iterable<CodecRecord>,
  codec: Codec,
  options: WriteParquetOptions = {},
): AsyncGenerator<Uint8Array> {
  yield* writeParquetRows(encoded(records, codec), codec.schema, options);
}

/** The same for rows of a JSON Schema. */
export async function* writeParquetRows(
  rows: AsyncIterable<JsonObject>,
  schema: JsonObject,
  options: WriteParquetOptions = {},
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const { rowsPerGroup = 2000, compression = 'zstd' } = options;
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: parquetSchema(schema),
    codec: compression === 'zstd' ? 'ZSTD' : 'SNAPPY',
    compressors: { ZSTD: (input) => zstdCompressSync(input) },
    createdBy: 'dsgen',
  });
  const columns = columnNames(schema);

  function take(): Uint8Array {
    const taken = bytes.getBytes().slice();
    // The writer counts what it wrote apart from what it holds, so what was taken can be let go.
    bytes.index = 0;
    return taken;
  }

  let group: JsonObject[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < rowsPerGroup) continue;
    await writer.write({ columnData: columnData(group, columns), rowGroupSize: group.length });
    group = [];
    yield take();
  }
  if (group.length > 0) await writer.write({ columnData: columnData(group, columns), rowGroupSize: group.length });
  await writer.finish();
  yield take();
}

function columnData(rows: readonly JsonObject[], columns: readonly string[]) {
  return columns.map((name) => ({ name, data: rows.map((row) => row[name]) }));
}

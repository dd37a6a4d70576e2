import { DsgenError, type CodecRecord } from '@dsgen/core';
import { codecRecords } from '@dsgen/testkit/conformance';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs, FORMAT_NAMES } from '../codecs.ts';
import { parseRow } from '../json/parse-row.ts';
import { readDataset } from '../read-dataset.ts';
import { readParquetLines } from './read-parquet-lines.ts';
import { readParquetRows } from './read-parquet.ts';
import { writeParquet, type WriteParquetOptions } from './write-parquet.ts';

async function fileOf(
  records: Iterable<CodecRecord>,
  name: keyof typeof codecs,
  options?: WriteParquetOptions,
): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeParquet(records, codecs[name], options)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

async function rowsOf(file: ArrayBuffer): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readParquetRows(file)) rows.push(row.ok ? row.value : row);
  return rows;
}

async function* chunksOf(file: ArrayBuffer): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(file);
}

/** The library that writes Parquet loses a key of this name in the parameters of a tool. */
function hasProtoKey(record: CodecRecord): boolean {
  return JSON.stringify(record.tools ?? []).includes('"__proto__"');
}

describe.each(FORMAT_NAMES)('Parquet of %s', (name) => {
  it('reads as the rows that were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(codecRecords, { minLength: 1, maxLength: 8 }), async (records) => {
        const codec = codecs[name];
        const kept = records.filter(
          (record) => !hasProtoKey(record) && codec.losses(record).every((loss) => loss.kind !== 'blocked'),
        );
        const rows = await rowsOf(await fileOf(kept, name, { rowsPerGroup: 3 }));
        // By way of JSON, which has no -0.
        const texts = kept.map((record) => parseRow(JSON.stringify(codec.encode(record))));
        expect(rows.map((row) => codec.decode(row))).toEqual(texts.map((row) => codec.decode(row.ok && row.value)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('Parquet', () => {
  const record: CodecRecord = {
    messages: [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello.' },
    ],
  };

  it('gives the same bytes for the same records, in groups that are let go', async () => {
    const records = Array.from({ length: 50 }, () => record);
    const first = Buffer.from(await fileOf(records, 'openai', { rowsPerGroup: 7 }));
    expect(first.equals(Buffer.from(await fileOf(records, 'openai', { rowsPerGroup: 7 })))).toBe(true);
    expect((await rowsOf(await fileOf(records, 'openai', { compression: 'snappy' }))).length).toBe(50);
    expect(await rowsOf(await fileOf([], 'openai'))).toEqual([]);
  });

  it('reads as JSON Lines, and says of a stream that it needs the file', async () => {
    const file = await fileOf([record, record], 'openai');
    const lines: number[] = [];
    for await (const result of readDataset(readParquetLines(file))) lines.push(result.ok ? result.line : -1);
    expect(lines).toEqual([1, 2]);
    const error = await readDataset(chunksOf(file))
      .next()
      .catch((reason: unknown) => reason);
    expect(DsgenError.isInstance(error) && error.code).toBe('parquet-needs-file');
  });

  it('says that a file is no whole Parquet file', async () => {
    const file = await fileOf([record], 'alpaca');
    const error = await rowsOf(file.slice(0, file.byteLength - 9)).catch((reason: unknown) => reason);
    expect(DsgenError.isInstance(error) && error.code).toBe('container-corrupt');
  });
});

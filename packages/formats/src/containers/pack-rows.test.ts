import { describe, expect, it } from 'vitest';
import { readParquetLines } from '../parquet/read-parquet-lines.ts';
import { readRows } from '../rows/read-rows.ts';
import { CONTAINERS, packingOfName, packRows, type PackRowsOptions } from './pack-rows.ts';

const rows = Array.from({ length: 30 }, (_, index) => ({
  instruction: `Question ${index}, "why"?`,
  input: '',
  output: `Answer\n${index}`,
}));

/** Cut where no row ends. */
async function* linesOf(values: readonly unknown[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  for (let from = 0; from < bytes.length; from += 50) yield bytes.subarray(from, from + 50);
}

async function packed(values: readonly unknown[], options: PackRowsOptions): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of packRows(linesOf(values), options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* chunksOf(file: Buffer, { container }: PackRowsOptions): AsyncGenerator<Uint8Array> {
  const { buffer, byteOffset, byteLength } = file;
  if (container === 'parquet') {
    yield* readParquetLines((buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength));
  } else yield file;
}

describe('packRows', () => {
  it.each([
    ...CONTAINERS.map((container) => ({ container })),
    ...CONTAINERS.filter((container) => container !== 'parquet').map((container) => ({
      container,
      compression: 'gzip' as const,
    })),
  ])('writes %o so that the same rows are read from it', async (packing) => {
    const options: PackRowsOptions = packing;
    const read: unknown[] = [];
    for await (const row of readRows(chunksOf(await packed(rows, options), options))) read.push(row.ok && row.value);
    expect(read).toEqual(rows);
  });

  it('writes nothing as an empty list, and CSV of no known format with the columns of the first row', async () => {
    expect((await packed([], { container: 'list' })).toString()).toBe('[]\n');
    expect((await packed([{ b: 'x', a: 'y' }], { container: 'csv' })).toString()).toBe('b,a\r\nx,y\r\n');
  });

  it('says what it cannot write', async () => {
    await expect(packed([{ a: 1 }], { container: 'csv' })).rejects.toMatchObject({ code: 'csv-not-flat' });
    await expect(packed([{ a: 'x' }, { b: 'x' }], { container: 'csv' })).rejects.toMatchObject({
      code: 'csv-not-flat',
    });
    const parquet = { container: 'parquet' } as const;
    await expect(packed([{ a: 'x' }], parquet)).rejects.toMatchObject({ code: 'parquet-needs-format' });
    await expect(packed(rows, { ...parquet, compression: 'zstd' })).rejects.toMatchObject({
      code: 'parquet-compressed',
    });
    const stray = { instruction: 'a', input: '', output: 'b', lang: 'en' };
    await expect(packed([stray], parquet)).rejects.toMatchObject({ code: 'parquet-columns' });
  });

  it.each([
    ['train.jsonl', { container: 'lines' }],
    ['a.b/train', { container: 'lines' }],
    ['train.json.zst', { container: 'list', compression: 'zstd' }],
    ['TRAIN.CSV.GZ', { container: 'csv', compression: 'gzip' }],
    ['train.parquet', { container: 'parquet' }],
    ['shard-00000.tar', { container: 'tar' }],
    ['train.gz', { container: 'lines', compression: 'gzip' }],
  ])('reads %s as %o', (name, packing) => {
    expect(packingOfName(name)).toEqual(packing);
  });
});

import type { DatasetRecord } from '@dsgen/sdk';
import { expect, it } from 'vitest';
import { collectStatistics } from './statistics.ts';

async function* records(
  ...lengths: ReadonlyArray<readonly [path: string, tokens: number]>
): AsyncGenerator<DatasetRecord> {
  for (const [path, tokens] of lengths) yield { lineage: { path }, quality: { tokens } } as unknown as DatasetRecord;
}

it('counts tokens and documents in one pass', async () => {
  const statistics = await collectStatistics(records(['b.md', 20], ['a.md', 20], ['a.md', 100], ['a.md', 9000]));
  expect(statistics.documents).toEqual([
    { path: 'a.md', records: 3 },
    { path: 'b.md', records: 1 },
  ]);
  expect(statistics.tokens).toMatchObject({ total: 9140, median: 20, longest: 9000 });
  expect(statistics.tokens.histogram.map(({ from, to, records: value }) => [from, to, value])).toEqual([
    [17, 32, 2],
    [33, 64, 0],
    [65, 128, 1],
    [129, 256, 0],
    [257, 512, 0],
    [513, 1024, 0],
    [1025, 2048, 0],
    [2049, 4096, 0],
    [4097, 8192, 0],
    [8193, 16384, 1],
  ]);
});

it('has an answer for an empty dataset', async () => {
  expect(await collectStatistics(records())).toEqual({
    tokens: { total: 0, median: 0, longest: 0, histogram: [] },
    documents: [],
  });
});

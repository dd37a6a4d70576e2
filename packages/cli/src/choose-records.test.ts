import type { DatasetRecord } from '@dsgen/sdk';
import { describe, expect, it } from 'vitest';
import { chooseRecords } from './choose-records.ts';

async function* numbered(count: number): AsyncGenerator<DatasetRecord> {
  for (let index = 0; index < count; index += 1) {
    yield { id: String(index).padStart(4, '0') } as DatasetRecord;
  }
}

async function ids(...parameters: Parameters<typeof chooseRecords>): Promise<string[]> {
  return (await chooseRecords(...parameters)).map(({ id }) => id);
}

describe('chooseRecords', () => {
  it('takes the first ones when nothing else is asked for', async () => {
    expect(await ids(numbered(100), { first: 3 })).toEqual(['0000', '0001', '0002']);
  });

  it('gives the same random records for the same seed, in dataset order and without repeats', async () => {
    const first = await ids(numbered(1000), { first: 5, random: 20, seed: 7 });
    expect(await ids(numbered(1000), { first: 5, random: 20, seed: 7 })).toEqual(first);
    expect(await ids(numbered(1000), { first: 5, random: 20, seed: 8 })).not.toEqual(first);
    expect(first.toSorted()).toEqual(first);
    expect(new Set(first).size).toBe(20);
  });

  it('spreads its choice over the whole dataset', async () => {
    const chosen = await ids(numbered(1000), { first: 5, random: 200, seed: 1 });
    const quarters = [0, 1, 2, 3].map(
      (quarter) => chosen.filter((id) => Math.floor(Number(id) / 250) === quarter).length,
    );
    for (const size of quarters) expect(size).toBeGreaterThan(30);
  });

  it('gives all records when there are fewer than asked for', async () => {
    expect(await ids(numbered(3), { first: 5, random: 10, seed: 1 })).toEqual(['0000', '0001', '0002']);
  });

  it('finds a record by the beginning of its id, and says when there is none', async () => {
    expect(await ids(numbered(100), { first: 5, id: '0042' })).toEqual(['0042']);
    await expect(chooseRecords(numbered(10), { first: 5, id: 'ffff' })).rejects.toMatchObject({
      code: 'record-not-found',
    });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSample, type Sampled } from './record-sample.ts';

function sampleOf(records: readonly Sampled[], most: number): Sampled[] {
  const sample = new RecordSample<Sampled>(most);
  for (const record of records) if (sample.wants(record)) sample.add(record);
  return sample.records();
}

function make(pattern: string, count: number): Sampled[] {
  return Array.from({ length: count }, (_, index) => ({
    pattern,
    id: `${pattern}-${index}`,
    priority: ((index * 7919) % 1000) / 1000,
  }));
}

function countOf(records: readonly Sampled[], pattern: string): number {
  return records.filter((record) => record.pattern === pattern).length;
}

describe('RecordSample', () => {
  it('takes all when all fit', () => {
    expect(sampleOf([...make('a', 3), ...make('b', 2)], 10).map(({ id }) => id)).toHaveLength(5);
  });

  it('gives patterns the same room, and what rare ones leave to the others', () => {
    const sample = sampleOf([...make('common', 500), ...make('usual', 300), ...make('rare', 4)], 24);
    expect([countOf(sample, 'common'), countOf(sample, 'usual'), countOf(sample, 'rare')]).toEqual([10, 10, 4]);
  });

  it('takes those with the smallest priority of each pattern, by turns', () => {
    const sample = sampleOf([...make('a', 100), ...make('b', 100)], 4);
    expect(sample.map(({ pattern }) => pattern)).toEqual(['a', 'b', 'a', 'b']);
    expect(sample.every(({ priority }) => priority <= 0.01)).toBe(true);
  });

  it('depends on the records and not on their order', () => {
    const records = [...make('a', 30), ...make('b', 12), ...make('c', 3)];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.integer({ min: 1, max: 50 }),
        (shuffled, most) => {
          expect(sampleOf(shuffled, most)).toEqual(sampleOf(records, most));
        },
      ),
    );
  });
});

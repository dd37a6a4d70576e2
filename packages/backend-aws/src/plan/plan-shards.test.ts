import { LANES } from '@dsgen/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planShards, type PlannedItem, type Shard } from './plan-shards.ts';
import { ARRAY_LIMITS, SHARD_LIMITS, arraySizeOf, limitsOf } from './shard-limits.ts';

const items = fc.array(
  fc.record({
    lane: fc.constantFrom(...LANES),
    bytes: fc.integer({ min: 0, max: 500_000_000 }),
    estimatedMs: fc.integer({ min: 0, max: 2_000_000 }),
  }),
  { maxLength: 300 },
);

async function collect(
  planned: readonly Omit<PlannedItem<number>, 'item'>[],
  hasBatch = true,
): Promise<readonly Shard<number>[]> {
  return Array.fromAsync(
    planShards(
      planned.map((rest, item) => ({ item, ...rest })),
      { hasBatch },
    ),
  );
}

test('every document is in exactly one shard, in order within its lane', async () => {
  await fc.assert(
    fc.asyncProperty(items, async (planned) => {
      const shards = await collect(planned);
      expect(shards.flatMap((shard) => shard.items).toSorted((a, b) => a - b)).toEqual(
        planned.map((_, index) => index),
      );
      for (const lane of ['fast', 'standard', 'heavy']) {
        const inLane = shards.filter((shard) => shard.lane === lane);
        expect(inLane.map(({ shard }) => shard)).toEqual(inLane.map((_, index) => index));
        const order = inLane.flatMap((shard) => shard.items);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }),
  );
});

test('no shard of several documents is beyond a limit of its lane', async () => {
  await fc.assert(
    fc.asyncProperty(items, async (planned) => {
      for (const shard of await collect(planned)) {
        const limits = limitsOf(shard.lane, shard.shard);
        if (shard.items.length === 1) continue;
        expect(shard.items.length).toBeLessThanOrEqual(limits.documents);
        expect(shard.estimatedMs).toBeLessThanOrEqual(limits.workMs);
        expect(shard.bytes).toBeLessThanOrEqual(limits.bytes);
      }
    }),
  );
});

test('a document that is larger than a shard has one of its own', async () => {
  const small = { lane: 'heavy', bytes: 1, estimatedMs: 1 } as const;
  const large = { lane: 'massive', bytes: 1, estimatedMs: 100 * SHARD_LIMITS.heavy.workMs } as const;
  const shards = await collect([small, large, small]);
  expect(shards.map((shard) => shard.items)).toEqual([[0], [1], [2]]);
});

test('without AWS Batch every document goes to the fast lane', async () => {
  const shards = await collect(
    LANES.map((lane) => ({ lane, bytes: 1, estimatedMs: 1 })),
    false,
  );
  expect(shards.map(({ lane, items: [first] }) => [lane, first])).toEqual([['fast', 0]]);
});

test('a lane on AWS Batch never has more shards than an array job, and says so when it would', async () => {
  const long = { lane: 'standard', bytes: 1, estimatedMs: 100 * SHARD_LIMITS.standard.workMs } as const;
  const fits = await collect(Array.from({ length: ARRAY_LIMITS.most }, () => long));
  expect(fits).toHaveLength(ARRAY_LIMITS.most);
  await expect(collect(Array.from({ length: ARRAY_LIMITS.most + 1 }, () => long))).rejects.toThrow(
    /standard lane needs more than 10000 shards/,
  );
});

test('shards grow with their number, so that an array job holds 37,500 of the first size', () => {
  expect(limitsOf('standard', 2_499).workMs).toBe(SHARD_LIMITS.standard.workMs);
  expect(limitsOf('standard', 9_999).workMs).toBe(8 * SHARD_LIMITS.standard.workMs);
  expect(limitsOf('fast', 1_000_000)).toEqual(SHARD_LIMITS.fast);
});

test('an array job has no child, or at least two', () => {
  expect([0, 1, 2, 10_000].map(arraySizeOf)).toEqual([0, 2, 2, 10_000]);
});

test('a source that is left early is closed', async () => {
  let isClosed = false;
  async function* source(): AsyncGenerator<PlannedItem<number>> {
    try {
      for (let item = 0; ; item += 1) yield { item, lane: 'fast', bytes: 1, estimatedMs: 15_000 };
    } finally {
      isClosed = true;
    }
  }
  for await (const { shard } of planShards(source())) if (shard === 2) break;
  expect(isClosed).toBe(true);
});

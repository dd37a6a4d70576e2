import { setTimeout as delay } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedMap } from './ordered-map.ts';

async function collect<Value>(stream: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

async function* brokenSource(): AsyncGenerator<number> {
  yield 1;
  throw new Error('the source broke');
}

describe('orderedMap', () => {
  it('gives every result in the order of the inputs, whatever the order in which they finish', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
    const bound = fc.integer({ min: 1, max: 8 });
    await fc.assert(
      fc.asyncProperty(delays, bound, bound, async (durations, inFlight, lookAhead) => {
        const inputs = durations.map((duration, index) => ({ duration, index }));
        const results = orderedMap(
          inputs,
          async ({ duration, index }) => {
            await delay(duration);
            return index;
          },
          { inFlight, lookAhead },
        );
        expect(await collect(results)).toEqual(inputs.map(({ index }) => index));
      }),
      { numRuns: 60 },
    );
  });

  it('never works on more inputs than allowed, nor runs further ahead of the consumer', async () => {
    let running = 0;
    let mostRunning = 0;
    let started = 0;
    let taken = 0;
    let furthest = 0;
    const results = orderedMap(
      Array.from({ length: 50 }, (_, index) => index),
      async () => {
        running += 1;
        started += 1;
        mostRunning = Math.max(mostRunning, running);
        furthest = Math.max(furthest, started - taken);
        await delay(1);
        running -= 1;
      },
      { inFlight: 3, lookAhead: 6 },
    );
    for await (const result of results) {
      expect(result).toBeUndefined();
      taken += 1;
      await delay(2);
    }
    expect(mostRunning).toBe(3);
    expect(furthest).toBeLessThanOrEqual(7);
  });

  it('closes the source and waits for what is in flight when the consumer leaves early', async () => {
    let isClosed = false;
    let finished = 0;
    async function* source(): AsyncGenerator<number> {
      try {
        for (let index = 0; ; index += 1) yield index;
      } finally {
        isClosed = true;
      }
    }
    const results = orderedMap(
      source(),
      async (index) => {
        await delay(5);
        finished += 1;
        return index;
      },
      { inFlight: 4, lookAhead: 4 },
    );
    for await (const index of results) if (index === 2) break;
    const atBreak = finished;
    await delay(30);
    expect(isClosed).toBe(true);
    expect(finished).toBe(atBreak);
  });

  it('gives the results before a failure, then the failure', async () => {
    const seen: number[] = [];
    const results = orderedMap(
      [1, 2, 3, 4],
      async (value) => {
        if (value === 3) throw new Error('three failed');
        await delay(value);
        return value;
      },
      { inFlight: 4, lookAhead: 4 },
    );
    async function consume(): Promise<void> {
      for await (const value of results) seen.push(value);
    }
    await expect(consume()).rejects.toThrow('three failed');
    expect(seen).toEqual([1, 2]);
  });

  it('passes on a failure of the source', async () => {
    const results = orderedMap(brokenSource(), async (value) => value, { inFlight: 2, lookAhead: 2 });
    expect((await results.next()).value).toBe(1);
    await expect(results.next()).rejects.toThrow('the source broke');
  });
});

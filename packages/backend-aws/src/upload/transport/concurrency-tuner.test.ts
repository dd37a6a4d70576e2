import { expect, test } from 'vitest';
import { createConcurrencyTuner } from './concurrency-tuner.ts';

const MEBIBYTE = 1024 * 1024;

/** Lets windows pass in which the network moves what `capacity` says for the concurrency of the time. */
function simulate(capacity: (concurrency: number) => number, windows: number, slowDownAt = -1): number[] {
  const history: number[] = [];
  const tuner = createConcurrencyTuner({ initial: 8, max: 128, onChange: (now) => history.push(now) });
  let now = 0;
  for (let window = 0; window < windows; window += 1) {
    if (window === slowDownAt) tuner.slowDown(now);
    const bytes = capacity(tuner.concurrency) * MEBIBYTE;
    tuner.record(bytes / 2, now);
    now += 500;
    tuner.record(bytes / 2, now);
  }
  return [...history, tuner.concurrency];
}

test('it climbs while more requests move more bytes', () => {
  expect(simulate((concurrency) => concurrency, 40).at(-1)).toBeGreaterThan(96);
});

test('it stays near the least that fills the network', () => {
  const history = simulate((concurrency) => Math.min(concurrency, 24) - Math.max(0, concurrency - 48) / 2, 80);
  expect(Math.max(...history)).toBeLessThan(72);
  expect(Math.min(...history.slice(-10))).toBeGreaterThan(8);
});

test('a server that asks to slow down halves it at once, and only once for all requests that were on their way', () => {
  const changes: number[] = [];
  const tuner = createConcurrencyTuner({ initial: 32, max: 128, onChange: (now) => changes.push(now) });
  for (let refused = 0; refused < 10; refused += 1) tuner.slowDown(refused);
  expect(changes).toEqual([16]);
  tuner.slowDown(10_000);
  expect(changes).toEqual([16, 8]);
});

test('it never falls below one request', () => {
  const tuner = createConcurrencyTuner({ initial: 1, max: 4, onChange: () => undefined });
  tuner.slowDown(0);
  expect(tuner.concurrency).toBe(1);
});

import type { ModelLimits } from '@dsgen/core';
import { expect, test } from 'vitest';
import { ManualClock } from '../fixtures/manual-clock.ts';
import { ProviderDownError, Scheduler, type AttemptReport, type Slot } from './scheduler.ts';

const SUCCEEDED: AttemptReport = { outcome: 'succeeded' };

/** Enters so many calls and notes when each may start. */
class Bench {
  readonly clock = new ManualClock();
  readonly starts: number[] = [];
  readonly slots: Slot[] = [];
  readonly failures: unknown[] = [];
  readonly scheduler: Scheduler;

  constructor(limits: ModelLimits) {
    this.scheduler = new Scheduler(limits, this.clock);
  }

  enter(
    count: number,
    options: { tokens?: number; isRetry?: boolean; signal?: AbortSignal; name?: number } = {},
  ): void {
    const { tokens = 1, isRetry = false, signal = new AbortController().signal } = options;
    for (let index = 0; index < count; index += 1) {
      void this.#enter(this.scheduler.enter(tokens, { signal, isRetry }), options.name);
    }
  }

  async #enter(entering: Promise<Slot>, name: number | undefined): Promise<void> {
    try {
      const slot = await entering;
      this.starts.push(name ?? this.clock.nowMs());
      this.slots.push(slot);
    } catch (error) {
      this.failures.push(error);
    }
  }

  async end(report: AttemptReport = SUCCEEDED): Promise<void> {
    this.slots.shift()?.end(report);
    await this.clock.advance(0);
  }
}

test('never starts more calls at once than allowed', async () => {
  const bench = new Bench({ maxConcurrency: 3 });
  bench.enter(10);
  await bench.clock.advance(0);
  expect(bench.starts).toHaveLength(3);
  await bench.end();
  expect(bench.starts).toHaveLength(4);
});

test('paces requests: as many in a minute as allowed, and never a second with many more', async () => {
  const bench = new Bench({ requestsPerMinute: 600, maxConcurrency: 1000 });
  bench.enter(700);
  await bench.clock.advance(60_000);
  expect(bench.starts.length).toBeGreaterThan(0.97 * 600);
  expect(bench.starts.length).toBeLessThanOrEqual(600);
  const busiest = Math.max(
    ...bench.starts.map((from) => bench.starts.filter((start) => start >= from && start < from + 1000).length),
  );
  expect(busiest).toBeLessThanOrEqual(11);
});

test('paces tokens: long calls make the next wait longer', async () => {
  const bench = new Bench({ tokensPerMinute: 60_000 });
  bench.enter(3, { tokens: 2_000 });
  await bench.clock.advance(10_000);
  expect(bench.starts.map((start) => Math.round(start / 1000))).toEqual([0, 2, 4]);
});

test('holds every call back for as long as the provider asked', async () => {
  const bench = new Bench({ maxConcurrency: 1 });
  bench.enter(2);
  await bench.clock.advance(0);
  await bench.end({ outcome: 'overloaded', rate: { retryAfterMs: 5_000 } });
  await bench.clock.advance(4_999);
  expect(bench.starts).toEqual([0]);
  await bench.clock.advance(1);
  expect(bench.starts).toEqual([0, 5_000]);
});

test('learns the rate that the provider names, unless the user gave one', async () => {
  for (const [limits, started] of [
    [{ maxConcurrency: 1000 }, 2],
    [{ maxConcurrency: 1000, requestsPerMinute: 6_000 }, 50],
  ] as const) {
    const bench = new Bench(limits);
    bench.enter(1);
    await bench.clock.advance(0);
    await bench.end({ outcome: 'succeeded', rate: { requestsPerMinute: 60 } });
    bench.enter(1000);
    await bench.clock.advance(1_000);
    expect(bench.starts.length).toBeGreaterThanOrEqual(started);
    expect(bench.starts.length).toBeLessThan(started * 3);
  }
});

test('sends attempts after the first before new calls', async () => {
  const bench = new Bench({ maxConcurrency: 1 });
  bench.enter(1, { name: 0 });
  bench.enter(1, { name: 1 });
  bench.enter(1, { name: 2, isRetry: true });
  await bench.clock.advance(0);
  await bench.end();
  await bench.end();
  expect(bench.starts).toEqual([0, 2, 1]);
});

test('gives up places on overload and wins them back by success', async () => {
  const bench = new Bench({ maxConcurrency: 16 });
  bench.enter(1000);
  await bench.clock.advance(0);
  expect(bench.slots).toHaveLength(16);
  await bench.end({ outcome: 'overloaded' });
  await bench.end({ outcome: 'overloaded' });
  expect(bench.slots).toHaveLength(14);
  for (let index = 0; index < 6; index += 1) await bench.end();
  expect(bench.slots).toHaveLength(12);
  for (let index = 0; index < 70; index += 1) await bench.end();
  expect(bench.slots).toHaveLength(16);
});

test('stops asking a provider that is down, probes it, and goes on when it is back', async () => {
  const bench = new Bench({ maxConcurrency: 6 });
  bench.enter(100);
  await bench.clock.advance(0);
  for (let index = 0; index < 6; index += 1) bench.slots.shift()?.end({ outcome: 'failed' });
  await bench.clock.advance(999);
  const startedBefore = bench.starts.length;
  await bench.clock.advance(1);
  expect(bench.starts.length).toBe(startedBefore + 1);
  while (bench.slots.length > 0) await bench.end();
  expect(bench.starts).toHaveLength(100);
});

test('tells all calls when a provider stays down', async () => {
  const bench = new Bench({ maxConcurrency: 4 });
  bench.enter(40);
  for (let second = 0; second < 60; second += 1) {
    await bench.clock.advance(1_000);
    while (bench.slots.length > 0) bench.slots.shift()?.end({ outcome: 'failed' });
  }
  expect(bench.failures.length).toBeGreaterThan(0);
  expect(bench.failures.length + bench.starts.length).toBe(40);
  expect(bench.failures.every((error) => error instanceof ProviderDownError)).toBe(true);
});

test('forgets a call that is aborted while it waits', async () => {
  const bench = new Bench({ maxConcurrency: 1 });
  const controller = new AbortController();
  bench.enter(1);
  bench.enter(1, { signal: controller.signal });
  bench.enter(1);
  await bench.clock.advance(0);
  controller.abort('stop');
  await bench.end();
  expect(bench.failures).toEqual(['stop']);
  expect(bench.starts).toHaveLength(2);
});

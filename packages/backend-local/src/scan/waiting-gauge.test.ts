import { expect, test } from 'vitest';
import { createWaitingGauge } from './waiting-gauge.ts';

/** Calls that take as long as the test says. */
function disk() {
  let now = 0;
  const gauge = createWaitingGauge(() => now);
  return {
    gauge,
    waitEach(milliseconds: number, calls: number): void {
      for (let call = 0; call < calls; call += 1) gauge.measure(() => (now += milliseconds));
    },
  };
}

test('it waits for a quick disk, also when one call in a hundred is slow', () => {
  const { gauge, waitEach } = disk();
  for (let round = 0; round < 10; round += 1) {
    waitEach(0.01, 99);
    expect(gauge.isQuick()).toBe(true);
    waitEach(50, 1);
    expect(gauge.isQuick()).toBe(true);
  }
});

test('it does not wait for a slow disk, but asks now and then whether it still is one', () => {
  const { gauge, waitEach } = disk();
  waitEach(5, 20);
  let refused = 0;
  while (!gauge.isQuick()) refused += 1;
  expect(refused).toBeGreaterThan(20);
  waitEach(0.01, 100);
  expect(gauge.isQuick()).toBe(true);
});

test('it gives what the call gives', () => {
  const { measure } = createWaitingGauge();
  expect(measure(() => 7)).toBe(7);
  expect(() => measure(() => JSON.parse('{'))).toThrow(SyntaxError);
});

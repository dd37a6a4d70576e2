import { expect, it } from 'vitest';
import { TokenHistogram } from './token-histogram.ts';

it('counts every record once, in bins that double, from the first that has one', () => {
  const histogram = new TokenHistogram();
  for (const tokens of [20, 32, 33, 100, 300]) histogram.add(tokens);
  expect(histogram.summary()).toEqual({
    total: 485,
    median: 33,
    longest: 300,
    bins: [
      { from: 17, to: 32, records: 2 },
      { from: 33, to: 64, records: 1 },
      { from: 65, to: 128, records: 1 },
      { from: 129, to: 256, records: 0 },
      { from: 257, to: 512, records: 1 },
    ],
  });
});

it('has no bin without a record', () => {
  expect(new TokenHistogram().summary()).toEqual({ total: 0, median: 0, longest: 0, bins: [] });
});

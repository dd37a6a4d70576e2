import { describe, expect, it } from 'vitest';
import { byteSize, count, duration, percent, plural, roughDuration } from './numbers.ts';

describe('numbers for people', () => {
  it('groups thousands', () => {
    expect(count(1_234_567)).toBe('1,234,567');
  });

  it('adds the plural where it belongs', () => {
    expect([plural(0, 'page'), plural(1, 'page'), plural(2000, 'page')]).toEqual(['0 pages', '1 page', '2,000 pages']);
  });

  it('chooses the unit of a time so that no unit overflows', () => {
    expect([0, 999, 1000, 59_949, 59_950, 60_000, 125_000, 3_599_600, 7_800_000].map(duration)).toEqual([
      '0 ms',
      '999 ms',
      '1.0 s',
      '59.9 s',
      '1 min 00 s',
      '1 min 00 s',
      '2 min 05 s',
      '1 h 00 min',
      '2 h 10 min',
    ]);
  });

  it('rounds a guess up to whole seconds', () => {
    expect([1, 59_100, 61_000].map(roughDuration)).toEqual(['1 s', '1 min 00 s', '1 min 01 s']);
  });

  it('chooses the unit of a size', () => {
    expect([0, 999, 1000, 999_960, 12_345_678, 5e15].map(byteSize)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.0 MB',
      '12.3 MB',
      '5000.0 TB',
    ]);
  });

  it('gives a share of nothing as zero', () => {
    expect([percent(0, 0), percent(1, 4), percent(1, 3)]).toEqual(['0 %', '25 %', '33.3 %']);
  });
});

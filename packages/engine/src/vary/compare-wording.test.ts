import { describe, expect, it } from 'vitest';
import { findVariationDefect, rougeL } from './compare-wording.ts';

const ORIGINAL = 'How many days of annual leave do full-time staff receive?';

describe('findVariationDefect', () => {
  it.each([
    'What number of annual leave days are full-time employees entitled to?',
    'For staff who work full-time, how much annual leave is given in days?',
  ])('keeps %j: other words, the same question', (variation) => {
    expect(findVariationDefect(ORIGINAL, variation)).toBeUndefined();
  });

  it.each([
    [ORIGINAL, 'repeats the original'],
    ['How many days of annual leave do full-time staff get?', 'repeats the original'],
    ['What does the canteen serve at noon on Mondays?', 'changes a fact'],
    ['How are laptops encrypted before they are handed out?', 'keeps 0 %'],
    ['In 2019, what number of annual leave days did full-time employees get?', 'changes a fact'],
  ])('refuses %j: it %s', (variation, problem) => {
    expect(findVariationDefect(ORIGINAL, variation)).toContain(problem);
  });
});

describe('rougeL', () => {
  it('is 1 for a copy, 0 for nothing in common, and bounded in time for huge texts', () => {
    expect(rougeL('a b c', 'A b, c.')).toBe(1);
    expect(rougeL('a b', 'c d')).toBe(0);
    expect(rougeL('', '')).toBe(0);
    expect(rougeL('word '.repeat(50_000), 'word '.repeat(50_000))).toBeLessThan(0.1);
  });
});

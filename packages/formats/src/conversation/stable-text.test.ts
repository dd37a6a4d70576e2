import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSurelyStable, normaliseText } from './stable-text.ts';

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isSurelyStable);

describe('isSurelyStable', () => {
  it('holds for no character that normalising changes', () => {
    expect(characters.length).toBeGreaterThan(20_000);
    expect(characters.filter((character) => normaliseText(character) !== character)).toEqual([]);
  });

  it('holds for no text that normalising changes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters)), (list) => {
        expect(normaliseText(list.join(''))).toBe(list.join(''));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isSurelyStable(text) && normaliseText(text) !== text).toBe(false);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSignature, encodeSignature, estimateJaccard, minhash, SIGNATURE_LENGTH } from './minhash.ts';
import { seededFraction } from './random.ts';

function wordsFrom(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `w${first + index}`).join(' ');
}

describe('minhash', () => {
  it('is the same for texts that differ in case and punctuation only', () => {
    expect(minhash('The cat sat, on the mat.')).toEqual(minhash('the CAT sat on “the” mat'));
  });

  it('never changes: signatures are kept in artefacts', () => {
    expect(encodeSignature(minhash('The cat sat on the mat.')).slice(0, 32)).toBe('Y/mdFxEkY/lj+Z0X2uydF9rs2uwRJGP5');
  });

  it.each([0.2, 0.5, 0.8, 0.95])('estimates a similarity of %d within its error', (similarity) => {
    const size = 4000;
    const shared = Math.round((2 * size * similarity) / (1 + similarity));
    const left = minhash(wordsFrom(0, size));
    const right = minhash(wordsFrom(size - shared, size));
    expect(Math.abs(estimateJaccard(left, right) - similarity)).toBeLessThan(0.2);
  });

  it('finds short texts similar when one word of many differs, and unrelated ones not', () => {
    const text = wordsFrom(0, 40);
    expect(estimateJaccard(minhash(text), minhash(`${text} extra`))).toBeGreaterThan(0.8);
    expect(estimateJaccard(minhash(text), minhash(wordsFrom(100, 40)))).toBeLessThan(0.1);
  });

  it('gives texts of fewer than three words a signature of their own', () => {
    expect(estimateJaccard(minhash('yes'), minhash('no'))).toBeLessThan(0.1);
    expect(minhash('').every((value) => value === 0)).toBe(true);
  });

  it('comes back whole from its encoding', () => {
    fc.assert(
      fc.property(fc.uint16Array({ minLength: SIGNATURE_LENGTH, maxLength: SIGNATURE_LENGTH }), (signature) => {
        expect(decodeSignature(encodeSignature(signature))).toEqual(signature);
      }),
    );
  });
});

describe('seededFraction', () => {
  it('depends on key and seed only', () => {
    expect(seededFraction('key', 1)).toBe(seededFraction('key', 1));
    expect(seededFraction('key', 1)).not.toBe(seededFraction('key', 2));
    expect(seededFraction('key', 1)).not.toBe(seededFraction('other', 1));
  });

  it('spreads evenly', () => {
    const fractions = Array.from({ length: 2000 }, (_, index) => seededFraction(`key ${index}`, 7));
    const mean = fractions.reduce((sum, value) => sum + value, 0) / fractions.length;
    expect(mean).toBeGreaterThan(0.47);
    expect(mean).toBeLessThan(0.53);
  });
});

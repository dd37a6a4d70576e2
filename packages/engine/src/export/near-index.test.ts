import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateJaccard, minhash, SIGNATURE_LENGTH } from '../shared/minhash.ts';
import { textOf } from './fixtures/processed.ts';
import { KeyTable } from './key-table.ts';
import { NearIndex } from './near-index.ts';

describe('NearIndex', () => {
  it('finds the earliest of several that are near', () => {
    const index = new NearIndex();
    const text = textOf('a');
    index.add(minhash(textOf('other')));
    index.add(minhash(`${text} first`));
    index.add(minhash(text));
    expect(index.findEarliest(minhash(`${text} second`), 0.8)?.index).toBe(1);
    expect(index.findEarliest(minhash(textOf('other')), 1)).toEqual({ index: 0, similarity: 1 });
    expect(index.findEarliest(minhash(textOf('unknown')), 0.8)).toBeUndefined();
  });

  it('finds everything it found before it grew', () => {
    const index = new NearIndex();
    const signatures = Array.from({ length: 500 }, (_, number) => minhash(textOf(`text ${number}`)));
    for (const signature of signatures) index.add(signature);
    const found = signatures.map((signature) => index.findEarliest(signature, 0.9)?.index);
    expect(found).toEqual(signatures.map((_, number) => number));
  });

  it('answers as a comparison with every earlier entry that shares a band does', () => {
    const value = fc.integer({ min: 0, max: 2 });
    const signature = fc
      .tuple(fc.array(value, { minLength: 8, maxLength: 8 }), fc.nat({ max: 3 }))
      .map(([values, block]) =>
        Uint16Array.from({ length: SIGNATURE_LENGTH }, (_, place) => (place < 40 ? block : (values[place % 8] ?? 0))),
      );
    fc.assert(
      fc.property(
        fc.array(signature, { maxLength: 90 }),
        fc.constantFrom(0.5, 0.8, 0.95, 1),
        (signatures, threshold) => {
          const index = new NearIndex();
          for (const [number, current] of signatures.entries()) {
            const expected = signatures
              .slice(0, number)
              .findIndex((other) => sharesBand(other, current) && estimateJaccard(other, current) >= threshold);
            expect(index.findEarliest(current, threshold)?.index ?? -1).toBe(expected);
            index.add(current);
          }
        },
      ),
    );
  });

  it('takes ten thousand copies of one text, and still finds the first', () => {
    const index = new NearIndex();
    const signature = minhash(textOf('copy'));
    for (let count = 0; count < 10_000; count += 1) index.add(signature);
    expect(index.findEarliest(signature, 0.8)?.index).toBe(0);
    expect(index.size).toBe(10_000);
  });
});

function sharesBand(left: Uint16Array, right: Uint16Array): boolean {
  return Array.from({ length: 16 }, (_, band) => band * 4).some((start) =>
    [0, 1, 2, 3].every((row) => left[start + row] === right[start + row]),
  );
}

describe('KeyTable', () => {
  it('keeps the first number of each key, like a map that is never overwritten', () => {
    const key = fc.oneof(
      fc.constantFrom('0000000000000000', 'ffffffffffffffff', '0000000100000000', '0000000000000001'),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => value.toString(16).padStart(16, '0')),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
        const table = new KeyTable();
        const map = new Map<string, number>();
        for (const [number, current] of keys.entries()) {
          expect(table.get(current)).toBe(map.get(current));
          table.add(current, number);
          if (!map.has(current)) map.set(current, number);
        }
        for (const [current, number] of map) expect(table.get(current)).toBe(number);
      }),
    );
  });
});

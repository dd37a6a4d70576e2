import { describe, expect, it } from 'vitest';
import { cutIntoColumns, type OrderedElement } from './reading-order.ts';

type Named = OrderedElement & { readonly name: string };

/** Rows of text of 40 characters, 12 points apart. */
function rows(
  prefix: string,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly count: number },
): Named[] {
  return Array.from({ length: box.count }, (_, index) => ({
    name: `${prefix}${index}`,
    left: box.left,
    right: box.right,
    top: box.top + index * 12,
    bottom: box.top + index * 12 + 10,
    characters: 40,
  }));
}

function order(elements: readonly Named[]): string[] {
  return cutIntoColumns(elements).map((region) => region.map(({ name }) => name).join(' '));
}

describe('cutIntoColumns', () => {
  const title = rows('t', { left: 50, right: 550, top: 40, count: 1 });
  const left = rows('l', { left: 50, right: 290, top: 80, count: 5 });
  const right = rows('r', { left: 310, right: 550, top: 80, count: 5 });
  const foot = rows('f', { left: 50, right: 550, top: 160, count: 2 });

  it('leaves a single column whole', () => {
    expect(order(rows('a', { left: 50, right: 550, top: 40, count: 6 }))).toEqual(['a0 a1 a2 a3 a4 a5']);
  });

  it('puts a title first, then the left column, the right one, and what spans both', () => {
    expect(order([...right, ...foot, ...left, ...title])).toEqual(['t0', 'l0 l1 l2 l3 l4', 'r0 r1 r2 r3 r4', 'f0 f1']);
  });

  it('orders three columns', () => {
    const columns = [50, 230, 410].flatMap((x, index) =>
      rows('abc'[index] ?? '', { left: x, right: x + 160, top: 80, count: 4 }),
    );
    expect(order(columns)).toEqual(['a0 a1 a2 a3', 'b0 b1 b2 b3', 'c0 c1 c2 c3']);
  });

  it('keeps list markers with their text', () => {
    const text = rows('t', { left: 70, right: 550, top: 80, count: 6 });
    const markers = rows('m', { left: 50, right: 55, top: 80, count: 6 }).map((marker) => ({
      ...marker,
      characters: 1,
    }));
    expect(order([...markers, ...text])).toHaveLength(1);
  });

  it('keeps labels beside what they label', () => {
    const labels = rows('l', { left: 50, right: 130, top: 80, count: 6 }).map((label) => ({
      ...label,
      characters: 16,
    }));
    const values = rows('v', { left: 200, right: 550, top: 80, count: 6 });
    expect(order([...labels, ...values])).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { nearTexts } from './near-texts.ts';

const words = Array.from({ length: 400 }, (_, index) => `word${index}`);

describe('nearTexts', () => {
  it('finds the earliest text that shares most words, whatever its case and punctuation', () => {
    const near = nearTexts();
    expect(near.findAndAdd(words.join(' '))).toBeUndefined();
    expect(near.findAndAdd('Something else entirely, with other words in it.')).toBeUndefined();
    expect(near.findAndAdd(words.join(', ').toUpperCase())).toBe(0);
    expect(near.findAndAdd(words.toSpliced(200, 1, 'other').join(' '))).toBe(0);
    expect(near.findAndAdd(words.toReversed().join(' '))).toBeUndefined();
  });

  it('takes texts without a word for different ones, and counts them', () => {
    const near = nearTexts();
    expect([near.findAndAdd('?!'), near.findAndAdd(''), near.findAndAdd('…')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    near.findAndAdd('one two three');
    expect(near.findAndAdd('one two three')).toBe(3);
  });

  it('compares as closely as it is told', () => {
    const changed = words.toSpliced(10, 1, 'other').toSpliced(240, 1, 'other').join(' ');
    const loose = nearTexts({ similarity: 0.5 });
    loose.findAndAdd(words.join(' '));
    expect(loose.findAndAdd(changed)).toBe(0);
    const exact = nearTexts({ similarity: 1 });
    exact.findAndAdd(words.join(' '));
    expect(exact.findAndAdd(changed)).toBeUndefined();
  });
});

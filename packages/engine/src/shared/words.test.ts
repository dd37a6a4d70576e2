import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords, normaliseWords } from './words.ts';

describe('normaliseWords', () => {
  it('drops case, punctuation and the difference between compatible characters', () => {
    expect(normaliseWords('Don’t panic: 2 × “Café” ﬁle')).toEqual(['dont', 'panic', '2', 'café', 'file']);
  });

  it('takes each character of a script without spaces for a word', () => {
    expect(normaliseWords('Node と 東京')).toEqual(['node', 'と', '東', '京']);
  });

  it('gives nothing for a text without words', () => {
    expect(normaliseWords(' — … !')).toEqual([]);
  });
});

describe('hashWords', () => {
  const piece = fc.constantFrom(
    'Don’t',
    "'n'",
    'Café',
    '東京',
    'ａｂｃ',
    '😀',
    '\ud83d',
    '𝔘𝔫𝔦',
    '𠮷',
    ' ',
    '-',
    '. ',
    '42',
    'é',
  );

  it('hashes the words that normaliseWords gives', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const words = normaliseWords(pieces.join(''));
        expect(hashWords(pieces.join(''))).toEqual(words.flatMap((word) => hashWords(word)));
      }),
    );
  });

  it('tells different words apart', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${index}`);
    expect(new Set(hashWords(words.join(' '))).size).toBe(2000);
  });
});

import { describe, expect, it } from 'vitest';
import { normaliseWords } from './words.ts';

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

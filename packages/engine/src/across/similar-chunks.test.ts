import { describe, expect, it } from 'vitest';
import { chunkWords } from './chunk-words.ts';
import { SimilarChunks } from './similar-chunks.ts';

const OIL = 'The hydraulic pump needs fresh synthetic oil whenever its pressure gauge drops.';
const GAUGE = 'A pressure gauge on the hydraulic pump shows whether synthetic oil is missing.';
const LEAVE = 'Annual leave is requested two weeks ahead from the team lead in writing.';

function fill(...texts: readonly string[]): SimilarChunks<string> {
  const chunks = new SimilarChunks<string>();
  for (const text of texts) chunks.add(text, chunkWords(text));
  return chunks;
}

/** Words that no other number gives. */
function textOf(number: number): string {
  return Array.from({ length: 6 }, (_, index) => `word${number}x${index}`).join(' ');
}

describe('chunkWords', () => {
  it('has each word once, without short ones, numbers, function words and endings of plurals', () => {
    expect(chunkWords('The pumps, 1998: a pump is between THE PUMPS.')).toEqual(chunkWords('pump'));
    expect(chunkWords('pump')).toHaveLength(1);
  });
});

describe('SimilarChunks', () => {
  it('finds chunks that share rare words, in the order in which they came', () => {
    const found = fill(OIL, LEAVE, GAUGE).find(
      chunkWords('Synthetic oil for the hydraulic pump and its pressure gauge.'),
    );
    expect(found.map(({ label }) => label)).toEqual([OIL, GAUGE]);
    for (const { similarity } of found) expect(similarity).toBeGreaterThan(0.3);
  });

  it('takes a few words in common for chance', () => {
    expect(fill(OIL).find(chunkWords('The hydraulic pump needs a permit of the office.'))).toEqual([]);
  });

  it('says 1 of chunks with the same words', () => {
    const [found] = fill(LEAVE, OIL).find(chunkWords(OIL));
    expect(found?.similarity).toBeCloseTo(1, 10);
  });

  it('does not look for chunks by words that many have', () => {
    const many = Array.from({ length: 40 }, (_, index) => `${OIL} ${textOf(index)}`);
    expect(fill(...many).find(chunkWords(OIL))).toEqual([]);
  });

  it('forgets the oldest beyond what it may remember', () => {
    const chunks = fill(OIL);
    for (let index = 0; index < 8191; index += 1) chunks.add('', chunkWords(textOf(index)));
    expect(chunks.find(chunkWords(OIL)).map(({ label }) => label)).toEqual([OIL]);
    chunks.add('', chunkWords(textOf(8191)));
    expect(chunks.find(chunkWords(OIL))).toEqual([]);
    expect(chunks.find(chunkWords(textOf(0)))).toHaveLength(1);
  });
});

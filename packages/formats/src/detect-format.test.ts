import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';

const alpaca = { instruction: 'Why?', input: '', output: 'So.' };
const openai = {
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello.' },
  ],
};
const sharegpt = {
  conversations: [
    { from: 'human', value: 'Hi' },
    { from: 'gpt', value: 'Hello.' },
  ],
};

describe('detectFormat', () => {
  it.each([
    ['alpaca', alpaca],
    ['openai', openai],
    ['sharegpt', sharegpt],
  ])('is certain of rows that all read as %s', (format, row) => {
    expect(detectFormat([row, row])).toMatchObject({ format, confidence: 1 });
  });

  it('still names the format of rows with defects, with less confidence and its reasons', () => {
    const detection = detectFormat([alpaca, { instruction: 'Why?', output: 42 }]);
    expect(detection).toMatchObject({ format: 'alpaca', confidence: 0.75 });
    expect(detection.reasons).toEqual(['2 of 2 rows have the columns of alpaca.', '1 of them read without a defect.']);
  });

  it('names the most frequent format of a mixed file and tells of the other', () => {
    const detection = detectFormat([openai, alpaca, openai]);
    expect(detection.format).toBe('openai');
    expect(detection.confidence).toBeCloseTo(2 / 3);
    expect(detection.reasons).toContain('1 of 3 rows have the columns of alpaca.');
  });

  it('says which columns it does not know', () => {
    expect(detectFormat([{ body: 'x' }])).toEqual({
      confidence: 0,
      reasons: ['The first row has the columns "body", which belong to no known format.'],
    });
    expect(detectFormat([]).confidence).toBe(0);
    expect(detectFormat([7]).confidence).toBe(0);
  });
});

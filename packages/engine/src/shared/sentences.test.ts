import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

function sentences(text: string, language = 'en'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it('splits at full stops, question marks and exclamation marks', () => {
    expect(sentences('One thing. Is it two? Yes! It is.')).toEqual(['One thing.', 'Is it two?', 'Yes!', 'It is.']);
  });

  it.each([
    'Dr. Smith met Mr. Jones at St. Mary.',
    'Use a tool, e.g. Make, for this.',
    'See Fig. 3 and No. 12 on p. 5 of vol. 2.',
    'J. R. R. Tolkien wrote it.',
    'The U.S. Government paid 3.5 million dollars.',
    'It fell on Jan. 5 this year.',
    '"Really?" he asked quietly.',
    'Version 2.0.1 is out.',
  ])('keeps %j whole', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('splits after an abbreviation that ends a sentence', () => {
    expect(sentences('They live in the U.S. The law applies.')).toEqual(['They live in the U.S.', 'The law applies.']);
    expect(sentences('I say no. Then I go.')).toEqual(['I say no.', 'Then I go.']);
  });

  it('keeps the number of a list item with its text', () => {
    expect(sentences('1. Open the box. Take it.')).toEqual(['1. Open the box.', 'Take it.']);
  });

  it('ends a sentence at a line break', () => {
    expect(sentences('A first line\nand a second')).toEqual(['A first line', 'and a second']);
  });

  it.each([
    ['de', 'Das gilt z. B. hier. Siehe Abs. 3 dazu.', ['Das gilt z. B. hier.', 'Siehe Abs. 3 dazu.']],
    ['fr', 'M. Dupont est là. Il attend.', ['M. Dupont est là.', 'Il attend.']],
    ['es', 'La Sra. Ruiz vino. ¿Cuándo?', ['La Sra. Ruiz vino.', '¿Cuándo?']],
    ['ja', 'これは文です。次の文です。', ['これは文です。', '次の文です。']],
  ])('knows %s', (language, text, expected) => {
    expect(sentences(text, language)).toEqual(expected);
  });

  it('accepts any language code', () => {
    expect(sentences('One. Two.', 'not a code')).toEqual(['One.', 'Two.']);
  });

  it('gives ordered, separate ranges that leave out nothing but white space', () => {
    const piece = fc.oneof(
      fc.constantFrom('. ', '! ', '\n', 'e.g. ', 'Dr. ', '1. ', '"', ' ', 'Word', 'word'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let position = 0;
        for (const { start, end } of splitSentences(text, 'en')) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(position, start).trim()).toBe('');
          position = end;
        }
        expect(text.slice(position).trim()).toBe('');
      }),
    );
  });

  it('splits across its windows as it does within one', () => {
    const sentence = 'This sentence is repeated many times over. ';
    expect(sentences(sentence.repeat(1000))).toEqual(Array.from({ length: 1000 }, () => sentence.trim()));
  });

  it.each([['1. '], ['a'], ['. '], ['. 1 '], [' '], ['.'], ['a. '], ['"'], ['Dr. ']])(
    'finishes on a megabyte of %j',
    (unit) => {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(splitSentences(text, 'en').length).toBeLessThanOrEqual(text.length);
    },
  );
});

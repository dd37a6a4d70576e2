import type { Span } from '@dsgen/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassages, findRecordPassages, type Passage } from './passages.ts';

const TEXT = [
  'Leave',
  'Annual leave is paid time off. It is booked five days ahead. Ask your lead first.',
  'Sick leave is paid absence because of illness.',
].join('\n\n');

function spanOf(quote: string, text = TEXT): Span {
  const start = text.indexOf(quote);
  return { documentId: 'd', start, end: start + quote.length, quote };
}

function read(passages: readonly Passage[], spans: readonly Span[]): string[] {
  return passages.map((parts) =>
    parts.map((part) => (typeof part === 'number' ? `[${spans[part]?.quote}]` : part)).join(''),
  );
}

describe('findPassages', () => {
  it('shows a quote in its paragraph, with the paragraphs beside it', () => {
    const spans = [spanOf('It is booked five days ahead.')];
    expect(read(findPassages(spans, TEXT), spans)).toEqual([
      'Annual leave is paid time off. [It is booked five days ahead.] Ask your lead first.',
    ]);
  });

  it('joins quotes near each other, in the order of the text', () => {
    const spans = [spanOf('Sick leave is paid absence'), spanOf('Ask your lead first.')];
    expect(read(findPassages(spans, TEXT), spans)).toEqual([
      'Annual leave is paid time off. It is booked five days ahead. [Ask your lead first.]\n\n[Sick leave is paid absence] because of illness.',
    ]);
  });

  it('keeps quotes far from each other apart', () => {
    const text = `First fact. ${'filler '.repeat(200)}Last fact.`;
    const spans = [spanOf('First fact.', text), spanOf('Last fact.', text)];
    expect(findPassages(spans, text)).toHaveLength(2);
  });

  it('lets a quote stand alone where the text is missing or another one', () => {
    const spans = [spanOf('It is booked five days ahead.')];
    expect(findPassages(spans, undefined)).toEqual([[0]]);
    expect(findPassages(spans, TEXT.replace('five', 'six'))).toEqual([[0]]);
  });

  it('finds the place of a quote whose personal data is covered', () => {
    const text = 'Write to ████████████ before nine.';
    const masked = [{ start: 9, end: 21, placeholder: '[EMAIL_1]' }];
    const spans = [{ documentId: 'd', start: 0, end: 21, quote: 'Write to [EMAIL_1]', masked }];
    expect(read(findPassages(spans, text), spans)).toEqual(['[Write to [EMAIL_1]] before nine.']);
  });

  it('never cuts a character in half and never loses a quote that overlaps no other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n\n', '😀', 'é', '漢'), maxLength: 900 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 40 }), (text, at, length) => {
        const characters = Array.from(text);
        const from = characters.slice(0, at % (characters.length + 1)).join('').length;
        const quote = Array.from(text.slice(from)).slice(0, length).join('');
        const span = { documentId: 'd', start: from, end: from + quote.length, quote };
        const [passage = []] = findPassages([span], text);
        expect(passage.filter((part) => part === 0)).toHaveLength(1);
        expect(passage.filter((part) => typeof part === 'string').every((part) => part.isWellFormed())).toBe(true);
      }),
    );
  });
});

describe('findRecordPassages', () => {
  it('shows the spans of each document in its own text, and names them by their place among all', () => {
    const other = 'Parental leave is paid for a year. Tell your lead in time.';
    const spans = [
      spanOf('It is booked five days ahead.'),
      { ...spanOf('Tell your lead in time.', other), documentId: 'e' },
      spanOf('Ask your lead first.'),
    ];
    const texts = new Map([
      ['d', TEXT],
      ['e', other],
    ]);
    const passages = findRecordPassages(spans, (id) => texts.get(id));
    expect(read(passages, spans)).toEqual([
      'Annual leave is paid time off. [It is booked five days ahead.] [Ask your lead first.]\n\nSick leave is paid absence because of illness.',
      'Parental leave is paid for a year. [Tell your lead in time.]',
    ]);
    expect(findRecordPassages(spans, () => undefined)).toEqual([[0], [2], [1]]);
  });
});

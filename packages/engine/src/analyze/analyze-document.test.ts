import { describe, expect, it } from 'vitest';
import { makeDocument } from '../generate/fixtures/make-document.ts';
import { findAcronyms } from './acronyms.ts';
import { analyzeDocument } from './analyze-document.ts';
import { sentenceCentrality } from './centrality.ts';
import { countCasing } from './casing.ts';
import { gerundBase, thirdPersonBase } from './english/verbs.ts';
import { stem, topicOverlap, wordsOf } from './english/words.ts';

describe('analyzeDocument', () => {
  it('cuts a document at its headings and keeps the text before the first one', async () => {
    const document = await makeDocument('Before all.\n\n# Boats\n\nBoats float.\n\n## Sails\n\n- Jib\n- Main');
    const { sections } = analyzeDocument(document);
    expect(
      sections.map(({ id, heading, level, headingPath, blocks }) => ({
        id,
        heading,
        level,
        headingPath,
        blocks: blocks.length,
      })),
    ).toEqual([
      { id: 's0', heading: undefined, level: 0, headingPath: [], blocks: 1 },
      { id: 's1', heading: 'Boats', level: 1, headingPath: [], blocks: 1 },
      { id: 's2', heading: 'Sails', level: 2, headingPath: ['Boats'], blocks: 1 },
    ]);
  });

  it('looks at content only', async () => {
    const document = await makeDocument('# Boats\n\nBoats float.');
    const blocks = document.blocks.map((block) => ({ ...block, role: 'navigation' as const }));
    expect(analyzeDocument({ ...document, blocks })).toMatchObject({ sections: [], sentences: [] });
  });

  it('finds sentences in paragraphs and list items, never in code or tables', async () => {
    const document = await makeDocument(
      '# Boats\n\nBoats float. Stones sink.\n\n- Jibs are small.\n\n```sh\nrow. row.\n```\n\n| a | b |\n| c. d. | e |',
    );
    const { sentences } = analyzeDocument(document);
    expect(sentences.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'Boats float.',
      'Stones sink.',
      'Jibs are small.',
    ]);
  });
});

describe('sentenceCentrality', () => {
  it('ranks sentences by what they share with the others', () => {
    const [first, , last] = sentenceCentrality([
      'Boats with sails need wind.',
      'Boats with sails need a crew.',
      'My aunt likes tea.',
    ]);
    expect(first).toBe(1);
    expect(last).toBe(0);
  });
});

describe('countCasing', () => {
  it('leaves out first words, addresses and code', () => {
    const counts = countCasing(['Boats meet Anna at anna.example.', 'The boats of Anna use `Boats`.']);
    expect(counts.get('anna')).toEqual({ lower: 0, upper: 2 });
    expect(counts.get('boats')).toEqual({ lower: 1, upper: 0 });
  });
});

describe('findAcronyms', () => {
  it.each([
    ['The Board of Safe Harbours (BSH) meets.', ['BSH', 'Board of Safe Harbours']],
    ['the request for comments (RFC) process', ['RFC', 'request for comments']],
  ])('expands %j', (sentence, pair) => {
    expect([...findAcronyms([sentence])]).toEqual([pair]);
  });

  it.each(['The Harbour (BSH) meets.', 'Boats (AND) ships.', 'The board met. Safe Harbours (BSH).'])(
    'finds none in %j',
    (sentence) => {
      expect(findAcronyms([sentence]).size).toBe(0);
    },
  );
});

describe('verb forms', () => {
  it.each([
    ['requesting', 'request'],
    ['running', 'run'],
    ['writing', 'write'],
    ['applying', 'apply'],
    ['tying', 'tie'],
    ['ceiling', undefined],
    ['king', undefined],
  ])('reads %j as %j', (gerund, base) => {
    expect(gerundBase(gerund)).toBe(base);
  });

  it.each([
    ['applies', 'apply'],
    ['returns', 'return'],
    ['watches', 'watch'],
    ['harbours', undefined],
  ])('reads %j as a form of %j', (form, base) => {
    expect(thirdPersonBase(form)).toBe(base);
  });
});

describe('words', () => {
  it('keeps hyphens, apostrophes and dots inside words', () => {
    expect(wordsOf("Don't use node.js-based C++ tools.").map(({ text }) => text)).toEqual([
      "Don't",
      'use',
      'node.js-based',
      'C++',
      'tools',
    ]);
  });

  it('sees one topic in its word forms', () => {
    expect(stem('requesting')).toBe(stem('requests'));
    expect(topicOverlap('Requesting leave', 'You request leaves in May.')).toBe(1);
    expect(topicOverlap('Requesting leave', 'Boats float.')).toBe(0);
  });
});

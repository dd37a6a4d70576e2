import { describe, expect, it } from 'vitest';
import { findEntities } from './find-entities.ts';
import { buildGazetteer } from './gazetteer.ts';

function read(text: string, document = text, acronyms = new Map<string, string>()) {
  const knowledge = { casing: new Map(), acronyms };
  const gazetteer = buildGazetteer(document, knowledge);
  const { entities, ...doubts } = findEntities(text, { casing: knowledge.casing, gazetteer });
  return { found: entities.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`), ...doubts };
}

describe('entities of a text', () => {
  it.each([
    [
      'In 1901 Maria Lindgren sailed from Sweden to New York.',
      ['date: 1901', 'person: Maria Lindgren', 'place: Sweden', 'place: New York'],
    ],
    [
      'The Department of Defense paid $2.5 million to Acme Corp. on 3 May 1999.',
      ['organization: Department of Defense', 'money: $2.5 million', 'organization: Acme Corp.', 'date: 3 May 1999'],
    ],
    [
      'About 45% of the boats carried 12 tons for three weeks.',
      ['percentage: 45%', 'quantity: 12 tons', 'quantity: three weeks'],
    ],
    [
      'See https://example.org/a, or write to ada@example.org about RFC 2822.',
      ['url: https://example.org/a', 'email: ada@example.org', 'identifier: RFC 2822'],
    ],
    ['It needs version 3.11 or v4.0.1 of the parser.', ['version: 3.11', 'version: v4.0.1']],
  ])('are found in %j', (text, expected) => {
    expect(read(text)).toEqual({ found: expected, hasDoubtfulName: false, hasDoubtfulNumber: false });
  });

  it('carry the type that the document tells elsewhere', () => {
    const document = 'Maria Lindgren wrote it. Boatbase 2.1 keeps the lists.';
    expect(read('Later Lindgren moved the lists to Boatbase.', document).found).toEqual([
      'person: Lindgren',
      'product: Boatbase',
    ]);
  });

  it('know an acronym by what it stands for', () => {
    const acronyms = new Map([['HPA', 'Harbour Pilots Association']]);
    expect(read('Boats of the HPA are red.', '', acronyms).found).toEqual(['organization: HPA']);
  });

  it('do not look into code', () => {
    expect(read('Set `Maria Lindgren` and `10 days` first.').found).toEqual([]);
  });
});

describe('a doubt', () => {
  it.each([
    'They met Lindqvist at noon.',
    'The boat called Wanderer sank.',
    'She spoke of Washington.',
    'The French Sailors Association met.',
  ])('about a name is seen in %j', (text) => {
    expect(read(text)).toMatchObject({ hasDoubtfulName: true });
  });

  it.each([
    'It holds 40 boats.',
    'They left on Monday.',
    'It takes several days.',
    'It runs at 90 miles an hour, twice an hour.',
    'See section 4.5.6 for it.',
    'A term is four or eight years.',
  ])('about a number is seen in %j', (text) => {
    expect(read(text)).toMatchObject({ hasDoubtfulNumber: true });
  });

  it.each(['The boats are red.', 'English sailors sail on.', 'Sailing is slow.'])('is not seen in %j', (text) => {
    expect(read(text)).toEqual({ found: [], hasDoubtfulName: false, hasDoubtfulNumber: false });
  });
});

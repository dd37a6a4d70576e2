import { describe, expect, it } from 'vitest';
import { DocumentPrivacy } from '../../privacy/document-privacy.ts';
import { findCandidates, makeDocument } from '../fixtures/make-document.ts';

const PARAGRAPH =
  'The ferry line was founded in 1901 by Maria Lindgren in Sweden, and a crossing to Denmark cost two dollars. ' +
  'Questions about it still go to office@ferries.example at the old pier by the sea.';
const SOURCE = `# Ferries\n\n## History\n\n${PARAGRAPH}`;

describe('list-entities', () => {
  it('lists what the paragraph names, with places in the passage', async () => {
    const [candidate] = await findCandidates('list-entities', SOURCE);
    const [asked] = candidate?.messages ?? [];
    const passage = asked?.role === 'user' ? (asked.context ?? '') : '';
    const entities = candidate?.payload?.entities ?? [];
    expect(entities.map(({ type, text }) => `${type}: ${text}`)).toEqual([
      'date: 1901',
      'money: two dollars',
      'email: office@ferries.example',
    ]);
    for (const { start, end, text } of entities) expect(passage.slice(start, end)).toBe(text);
    const answer = JSON.stringify(JSON.parse(candidate?.messages[1]?.content ?? ''));
    for (const { text } of entities) expect(answer).toContain(text);
  });

  it('lists what is of one type line by line, or as JSON', async () => {
    const answers = new Set<string>();
    for (const boats of ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']) {
      const [candidate] = await findCandidates(
        'list-entities',
        `# Ferries\n\nThe ${boats} crossings are slow, since the old boat takes 40 minutes and the new boat still takes 30 minutes for the way across.`,
      );
      const answer = candidate?.messages[1]?.content ?? '';
      answers.add(answer.charAt(0));
      expect(answer).toContain('40 minutes');
      expect(answer).toContain('30 minutes');
    }
    expect([...answers].toSorted()).toEqual(['-', '[', '{']);
  });

  it('makes nothing of a paragraph that names too little', async () => {
    expect(
      await findCandidates(
        'list-entities',
        `# Ferries\n\n${'The boats are red and slow and they cross the water. '.repeat(3)}`,
      ),
    ).toEqual([]);
  });

  it('keeps its places where something is masked', async () => {
    const document = await makeDocument(SOURCE.replace('ferries.example', 'ferries-of-sweden.se'));
    const [found] = await findCandidates('list-entities', SOURCE.replace('ferries.example', 'ferries-of-sweden.se'));
    if (found === undefined) throw new Error('no candidate');
    const { candidate } = new DocumentPrivacy(document.text, 'mask').protect(found);
    const [asked] = candidate.messages;
    const passage = asked?.role === 'user' ? (asked.context ?? '') : '';
    expect(passage).toContain('[EMAIL_1]');
    expect(candidate.payload?.entities?.at(-1)?.text).toBe('[EMAIL_1]');
    for (const { start, end, text } of candidate.payload?.entities ?? []) expect(passage.slice(start, end)).toBe(text);
    expect(JSON.stringify(candidate)).not.toContain('ferries-of-sweden');
  });
});

describe('a length of time', () => {
  const asked = 'The crossing takes 40 minutes in winter, when the ice is thick, and the crew has rested for 30 days.';

  it.each([
    ['written in two ways', `${asked} During the 30-day rest the boat is mended.`],
    ['in figures behind its words', asked.replace('30 days', 'thirty days (30 days)')],
    ['that is an age', `${asked} The boat that lies at the pier is a 50 year old one.`],
    ['of code that is not there', `${asked} This code counts both for the harbour.`],
  ])('is not asked for %s', async (_case, paragraph) => {
    expect(await findCandidates('list-entities', `# Ferries\n\n${asked}`)).toHaveLength(1);
    expect(await findCandidates('list-entities', `# Ferries\n\n${paragraph}`)).toEqual([]);
  });
});

describe('list-names', () => {
  it('lists the names of a paragraph', async () => {
    const [candidate] = await findCandidates('list-names', SOURCE);
    expect(candidate?.payload?.entities?.map(({ text }) => text)).toEqual(['Maria Lindgren', 'Sweden', 'Denmark']);
  });

  it('asks for no names where one cannot be told', async () => {
    expect(await findCandidates('list-names', SOURCE.replace('in Sweden', 'in Qvarnholm'))).toEqual([]);
  });
});

describe('a paragraph that is no text', () => {
  it.each(['$1,', 'A.', '1 GB,', 'a@'])('such as a megabyte of %j is left alone', async (unit) => {
    const source = `# Ferries\n\n## History\n\n${PARAGRAPH}\n\n${unit.repeat(1_000_000 / unit.length)}.`;
    expect(await findCandidates('list-entities', source)).toHaveLength(1);
  });
});

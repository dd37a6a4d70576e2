import { codecs } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const SECTION = `# Kiln handbook

## Glaze firing

The keeper fires the small kiln on Fridays, and the whole yard may bring pots to it. To reserve a shelf in the kiln, write your name on the board by the door. If a pot is left on the shelf, the keeper puts it into a box in the yard.

The door of the kiln must be closed before the burner is lit. Firings in winter take 12 hours.`;

/** With another section, which answers what this one does not. */
const WITH_OTHER = `${SECTION}

## Engobe

Engobe is a thin layer of coloured clay that potters brush onto raw vessels before they dry.`;

async function turns(source: string): Promise<readonly string[]> {
  const [candidate] = await findCandidates('discuss-passage', source);
  return candidate?.messages.map(({ role, content }) => `${role}: ${content}`) ?? [];
}

describe('discuss-passage', () => {
  it('gives the passage in the first turn only', async () => {
    const [candidate] = await findCandidates('discuss-passage', SECTION);
    const contexts = (candidate?.messages ?? []).map((message) =>
      message.role === 'user' ? message.context : undefined,
    );
    expect(contexts[0]).toContain('The keeper fires the small kiln');
    expect(contexts.slice(1).every((context) => context === undefined)).toBe(true);
  });

  it('asks part by part, then checks a claim and has the sentence quoted', async () => {
    const found = await turns(SECTION);
    expect(found).toHaveLength(8);
    expect(found[1]).toBe('assistant: To reserve a shelf in the kiln, write your name on the board by the door.');
    expect(found[3]).toBe('assistant: If a pot is left on the shelf, the keeper puts it into a box in the yard.');
    expect(found[4]).toMatch(/".+"\?$|".+" Is that (?:right|so)\?$/u);
    expect(found[5]).toMatch(/^assistant: (?:Yes|No)\b/u);
    expect(SECTION).toContain(found[7]?.replace('assistant: ', ''));
  });

  it('answers with no sentence twice', async () => {
    const answers = (await turns(SECTION)).filter((turn) => turn.startsWith('assistant'));
    expect(new Set(answers).size).toBe(answers.length);
  });

  it('may end with what the passage does not answer', async () => {
    const sources = ['winter', 'summer', 'spring', 'autumn', 'May', 'June', 'July', 'August'].map((season) =>
      WITH_OTHER.replace('winter', season),
    );
    const talks = await Promise.all(sources.map(turns));
    const unanswered = talks.filter((talk) => talk.some((turn) => /engobe/iu.test(turn)));
    expect(unanswered.length).toBeGreaterThan(0);
    expect(unanswered.length).toBeLessThan(talks.length);
    for (const talk of unanswered) {
      expect(talk.at(-2)).toMatch(/engobe\b.*\?$/iu);
      expect(talk.at(-1)).toMatch(/\b(?:not|nothing)\b/u);
    }
  });

  it.each([
    [
      'a passage that answers one question',
      `${SECTION.split(' If a pot')[0] ?? ''} It is old and red, and it stands there in the rain and the snow.`,
    ],
    ['a passage that opens with a list', SECTION.replace('The keeper', '- cups\n- bowls\n\nThe keeper')],
    ['code', '# Kiln handbook\n\n## Glaze firing\n\n```\nfire --glaze\n```'],
  ])('makes nothing of %s', async (_name, source) => {
    expect(await turns(source)).toEqual([]);
  });

  it('cites the document for every sentence it answers with', async () => {
    const [candidate] = await findCandidates('discuss-passage', SECTION);
    const quotes = candidate?.sources.map(({ quote }) => quote).join('\n') ?? '';
    const answers = (candidate?.messages ?? []).filter(
      ({ role, content }) => role === 'assistant' && !/^(?:Yes|No)\b/u.test(content),
    );
    expect(answers.length).toBeGreaterThan(1);
    for (const { content } of answers) expect(quotes).toContain(content);
  });

  it.each(['sharegpt', 'openai'] as const)('is written as %s and read back whole', async (format) => {
    const [candidate] = await findCandidates('discuss-passage', SECTION);
    const messages = candidate?.messages ?? [];
    const decoded = codecs[format].decode(codecs[format].encode({ messages }));
    expect(decoded).toMatchObject({ ok: true, value: { messages: messages.map(({ role }) => ({ role })) } });
    expect(JSON.stringify(decoded)).toContain('The keeper fires the small kiln');
  });
});

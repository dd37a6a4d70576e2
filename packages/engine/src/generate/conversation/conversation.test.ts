import { codecs } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const SECTION = `# Kiln handbook

## Firing glazed pots

The keeper fires the small kiln for glazed pots on Fridays, and the whole yard may bring pots to it. If a pot is left on the shelf, the keeper puts it into a box in the yard. The wooden box is emptied by the keeper at the end of each month.

Glazed pots are sorted by the following marks:

- red dot of the potter
- owner of the pot
- height of the rim

The burner of the kiln has a \`flame_guard\` that shuts the gas off. Firing glazed pots in winter takes longer than in the warm months of the year.`;

async function turns(source: string, seed = 1): Promise<readonly string[]> {
  const [candidate] = await findCandidates('discuss-passage', source, { recipe: { seed } });
  return candidate?.messages.map(({ role, content }) => `${role}: ${content}`) ?? [];
}

async function manyTurns(source: string): Promise<ReadonlyArray<readonly string[]>> {
  return Promise.all(Array.from({ length: 12 }, (_none, seed) => turns(source, seed)));
}

/** The answer that follows the first turn of a user that matches; undefined where there is none. */
function answerTo(talk: readonly string[], question: RegExp): string | undefined {
  const at = talk.findIndex((turn) => turn.startsWith('user') && question.test(turn));
  return at === -1 ? undefined : talk[at + 1]?.replace('assistant: ', '');
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

  it('asks three or four things of two kinds at least', async () => {
    for (const talk of await manyTurns(SECTION)) {
      expect([6, 8]).toContain(talk.length);
      expect(answerTo(talk, /marks/u)).toBe('- red dot of the potter\n- owner of the pot\n- height of the rim');
    }
  });

  it('has the list that was given laid out in another way', async () => {
    const talks = await manyTurns(SECTION);
    const answers = new Map([
      [/\bnumber/u, '1. red dot of the potter\n2. owner of the pot\n3. height of the rim'],
      [/line/u, 'red dot of the potter; owner of the pot; height of the rim'],
      [/alphabet|A to Z/u, '- height of the rim\n- owner of the pot\n- red dot of the potter'],
    ]);
    for (const [question, answer] of answers) {
      const given = talks.map((talk) => answerTo(talk, question)).filter((found) => found !== undefined);
      expect(new Set(given)).toEqual(new Set([answer]));
    }
  });

  it('has the names of entries given alone', async () => {
    const entries = [
      '`heat`: The heat of the kiln in degrees.',
      '`hours`: The hours of a firing.',
      '`guard`: The guard of the flame.',
    ];
    const source = SECTION.replace(
      /- red dot[\s\S]*?of the rim/u,
      entries.map((entry) => `- ${entry}`).join('\n'),
    ).replace('Glazed pots are sorted by the following marks:', 'The kiln has the following settings:');
    const [talk = []] = await manyTurns(source);
    expect(answerTo(talk, /names/u)).toBe('- `heat`\n- `hours`\n- `guard`');
  });

  it('asks for the one sentence that mentions a name, and for the heading', async () => {
    const talks = await manyTurns(SECTION.replace(/Glazed pots are sorted[\s\S]*?of the rim\n\n/u, ''));
    const quoted = new Set(talks.map((talk) => answerTo(talk, /flame_guard/u)));
    expect(quoted).toEqual(new Set(['The burner of the kiln has a `flame_guard` that shuts the gas off.']));
    const titles = talks.map((talk) => answerTo(talk, /title|heading/u) ?? '');
    expect(titles.every((title) => title.includes('"Firing glazed pots"'))).toBe(true);
  });

  it('never asks where a file in capitals is mentioned', async () => {
    const talks = await manyTurns(SECTION.replaceAll('`flame_guard`', 'README'));
    expect(talks.some((talk) => answerTo(talk, /README/u) !== undefined)).toBe(false);
  });

  it('names the text where it asks for an entry of a list first', async () => {
    const entries = [
      'Night lamps: The lamps are lit at dusk by the keeper alone.',
      'Ropes: Hemp, two inches.',
      'Gates: Oak and iron.',
    ];
    const source = `# Harbour\n\n## The pier of Almvik\n\nThe harbour of Almvik lies behind a long wall of stone. The pier of Almvik is kept as follows:\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n\nThe \`quay_bell\` rings at noon on every day but the day of the guild. Most of the boats in the harbour belong to fishers who have lived there for many years and pay no fee.`;
    for (const talk of await manyTurns(source)) {
      expect(talk[0]).toMatch(/(?:passage|text).*"Night lamps"|"Night lamps".*(?:passage|text)/u);
      expect(talk[1]).toBe('assistant: The lamps are lit at dusk by the keeper alone.');
    }
  });

  it('lists what is set as code, each once', async () => {
    const code =
      'Set `heat`, then `hours`, then `guard` and then `heat` once more before the door of the kiln is closed.';
    const talks = await manyTurns(
      `${SECTION.replace(/The burner[^.]*\./u, '')} ${code}`.replace(
        /Glazed pots are sorted[\s\S]*?of the rim\n\n/u,
        '',
      ),
    );
    const lists = talks.map((talk) => answerTo(talk, /code/u)).filter((found) => found !== undefined);
    expect(new Set(lists)).toEqual(new Set(['- `heat`\n- `hours`\n- `guard`']));
  });

  it('answers with no text twice', async () => {
    for (const talk of await manyTurns(SECTION)) {
      const answers = talk.filter((turn) => turn.startsWith('assistant'));
      expect(new Set(answers).size).toBe(answers.length);
    }
  });

  it.each([
    ['a passage that answers one question', '# Kiln handbook\n\n## Glaze\n\nThe kiln is fired on Fridays.'],
    ['a passage that opens with a list', SECTION.replace('The keeper fires', '- cups\n- bowls\n\nThe keeper fires')],
    ['a passage that opens with a note', SECTION.replace('The keeper fires', 'Note: The keeper fires')],
    ['a list that no sentence announces', SECTION.replace('by the following marks:', 'by their marks.')],
    ['what was cut off before its verb', SECTION.replace('The burner of the kiln has', 'Shuts off the gas. It has')],
    ['code', '# Kiln handbook\n\n## Glaze firing\n\n```\nfire --glaze\n```'],
  ])('makes nothing of %s', async (_name, source) => {
    expect(await turns(source)).toEqual([]);
  });

  it('cites the document for every part of its answers', async () => {
    const [candidate] = await findCandidates('discuss-passage', SECTION);
    const quotes = candidate?.sources.map(({ quote }) => quote) ?? [];
    expect(quotes.length).toBeGreaterThan(3);
    for (const quote of quotes) expect(SECTION).toContain(quote);
  });

  it.each(['sharegpt', 'openai'] as const)('is written as %s and read back whole', async (format) => {
    const [candidate] = await findCandidates('discuss-passage', SECTION);
    const messages = candidate?.messages ?? [];
    const decoded = codecs[format].decode(codecs[format].encode({ messages }));
    expect(decoded).toMatchObject({ ok: true, value: { messages: messages.map(({ role }) => ({ role })) } });
    expect(JSON.stringify(decoded)).toContain('The keeper fires the small kiln');
  });
});

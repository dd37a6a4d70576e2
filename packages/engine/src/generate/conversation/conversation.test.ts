import { codecs } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';
import { findCue } from './follow-ups.ts';

const SECTION = `# Kiln handbook

## Glaze firing

Glaze firing melts the glaze on a pot into a layer of glass. It is done in the small kiln on Fridays.

Note that wet pots burst in the kiln.

If you are late for a firing, leave your pots on the grey shelf. The next firing takes them along.

For example, pots that came on a Saturday wait for six days.`;

async function turns(source: string): Promise<readonly string[]> {
  const [candidate] = await findCandidates('walk-section', source);
  return candidate?.messages.map(({ role, content }) => `${role}: ${content}`) ?? [];
}

const PAIR = ['user', 'assistant'];

describe('walk-section', () => {
  it('tells a section in turns, each asked for by what its text turns to', async () => {
    const found = await turns(SECTION);
    expect(found.map((turn) => turn.split(': ')[0])).toEqual([...PAIR, ...PAIR, ...PAIR, ...PAIR]);
    expect(found[0]).toMatch(/glaze firing/u);
    expect(found[1]).toMatch(/^assistant: Glaze firing melts .* on Fridays\.$/u);
    expect(found[3]).toBe('assistant: Wet pots burst in the kiln.');
    expect(found[4]).toMatch(/if I am late for a firing\?$/u);
    expect(found[5]).toMatch(/^assistant: If you are late .* takes them along\.$/u);
    expect(found[6]).toMatch(/example/u);
  });

  it('makes nothing of a section that never turns', async () => {
    expect(
      await turns('# Kiln handbook\n\n## Glaze firing\n\nGlaze firing melts the glaze. It is done on Fridays.'),
    ).toEqual([]);
  });

  it('makes nothing of a section that begins with what was said before it', async () => {
    expect(await turns(SECTION.replace('Glaze firing melts', 'However, glaze firing melts'))).toEqual([]);
  });

  it('leaves out captions and the links at the end', async () => {
    const found = await turns(`${SECTION}\n\nFigure of the kiln\n\nSee also:\n\n- Clay\n- Bisque firing`);
    expect(found.join('\n')).not.toMatch(/Figure|Clay|See also/u);
    expect(found).toHaveLength(8);
  });

  it('cites the document for every turn', async () => {
    const [candidate] = await findCandidates('walk-section', SECTION);
    const quotes = candidate?.sources.map(({ quote }) => quote).join('\n') ?? '';
    for (const message of candidate?.messages ?? []) {
      if (message.role !== 'assistant') continue;
      expect(quotes.toLowerCase()).toContain(message.content.toLowerCase());
    }
  });

  it.each(['alpaca', 'sharegpt', 'openai'] as const)('is written as %s and read back whole', async (format) => {
    const [candidate] = await findCandidates('walk-section', SECTION);
    const codec = codecs[format];
    const messages = candidate?.messages ?? [];
    const decoded = codec.decode(codec.encode({ messages }));
    expect(decoded).toMatchObject({ ok: true, value: { messages } });
  });
});

describe('a cue', () => {
  it.each([
    ['If the pot has a crack, throw it away.', 'if the pot has a crack?'],
    ['If you lose your key, call the keeper.', 'if I lose my key?'],
    ['To clean the shelf, use a dry brush and no water.', 'clean the shelf?'],
    ['When the fan starts, the door locks.', 'What about when the fan starts?'],
    ['You can cool the kiln by opening the vent.', 'How can I cool the kiln?'],
    ['The main advantage of gas is its price.', 'What is the main advantage?'],
    ['Unlike wood, gas leaves no ash.', 'How is that different from wood?'],
  ])('in %j leads to a question', (sentence, question) => {
    const cue = findCue({ sentence, before: '', casing: new Map() });
    expect(cue?.questions.some((text) => text.endsWith(question))).toBe(true);
  });

  it.each([
    'If gas, wood, or coal is used, open the vent.',
    'If someone asks you, say no.',
    'If so, open the vent.',
    'To do this properly one needs two people.',
    'For more information, ask the keeper.',
    'When this happens, open the vent.',
    'The kiln is red.',
  ])('is not seen in %j', (sentence) => {
    expect(findCue({ sentence, before: '', casing: new Map() })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const ROPES =
  'Braided ropes are made of eight strands that a machine lays around a core. The braid keeps them round, and so braided ropes run well through a block. Crews buy them by the metre in the spring.';
const LAMPS =
  'Signal lamps of the harbour burn oil that the keeper fills in each evening. A lamp without oil is reported to the master at once. The keeper cleans the glass on every second day of the week.';

function page(headings: readonly [string, string], texts: readonly [string, string]): string {
  return `# Harbour\n\n## ${headings[0]}\n\n${texts[0]}\n\n## ${headings[1]}\n\n${texts[1]}`;
}

async function ask(headings: readonly [string, string], texts: readonly [string, string]) {
  const found = await findCandidates('quote-part', page(headings, texts));
  return found.map(({ messages: [user, assistant] }) => ({
    question: user?.content,
    passage: user?.role === 'user' ? user.context : undefined,
    answer: assistant?.content,
  }));
}

describe('quote-part', () => {
  it('asks for the part of a text without headings that stood under one of them', async () => {
    const found = await ask(['Braided ropes', 'Signal lamps'], [ROPES, LAMPS]);
    expect(found).toEqual([
      { question: expect.stringContaining('"Braided ropes"'), passage: `${ROPES}\n\n${LAMPS}`, answer: ROPES },
      { question: expect.stringContaining('"Signal lamps"'), passage: `${ROPES}\n\n${LAMPS}`, answer: LAMPS },
    ]);
  });

  it.each<[headings: [string, string], texts: [string, string], why: string]>([
    [['Braided ropes', 'Rope locker'], [ROPES, LAMPS.replaceAll('lamps', 'braided ropes')], 'both parts speak of it'],
    [['Braided ropes', 'Signal lamps'], [ROPES, `${ROPES} ${ROPES}`], 'the parts say the same'],
    [['Overview', 'More'], [ROPES, LAMPS], 'the headings say nothing'],
  ])('asks nothing of %j with %j: %s', async (headings, texts) => {
    expect(await ask(headings, texts)).toEqual([]);
  });

  it.each([
    [
      'of another thing',
      'Nobody has ever seen the moon over the northern valley. Its farmers milk their goats at noon.',
    ],
    [
      'that says whom to ask',
      'If you have any questions about the machine of the crews, please write to the office. It opens at nine.',
    ],
    ['of a few words', 'Braided ropes are also sold to the crews of the north.'],
  ])('asks for no part with a last paragraph %s', async (_case, last) => {
    const [, lamps] = await ask(['Braided ropes', 'Signal lamps'], [ROPES, `${LAMPS} ${LAMPS}`]);
    expect(lamps).toBeUndefined();
    const found = await ask(['Braided ropes', 'Signal lamps'], [`${ROPES}\n\n${last}`, `${LAMPS} ${LAMPS}`]);
    expect(found.map(({ question }) => question).join()).not.toContain('Braided ropes');
  });

  it('quotes the answer to a heading that is a question', async () => {
    const [found] = await ask(['How are braided ropes made?', 'Signal lamps'], [ROPES, LAMPS]);
    expect(found).toMatchObject({ question: expect.stringContaining('"How are braided ropes made?"'), answer: ROPES });
  });

  it.each(['Are braided ropes made of eight strands?', 'Braided ropes?', 'What are these braided ropes made of?'])(
    'does not ask %j of a part that does not answer it, or that leans',
    async (heading) => {
      const found = await ask([heading, 'Signal lamps'], [ROPES, LAMPS]);
      expect(found.map(({ question }) => question).join()).not.toContain(heading);
    },
  );

  it('takes no sub-section for another part', async () => {
    const source = page(['Braided ropes', 'Signal lamps'], [ROPES, LAMPS]).replace('## Signal', '### Signal');
    const found = await findCandidates('quote-part', source);
    expect(found).toEqual([]);
  });
});

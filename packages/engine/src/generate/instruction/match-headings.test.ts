import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const TEXTS = {
  'Wool care':
    'Wool care is the work of every weaver in the valley. Nobody is paid for the care of wool, and nobody minds, because a house with good wool sells more cloth in spring. The council counts the houses in autumn.',
  'Ferry tickets':
    'Ferry tickets are sold at the pier from dawn on. A child pays half of the price, and a goat needs a ticket of its own. Tickets of the ferry are good for a day, so that nobody has to hurry home before the sun sets.',
  'Harbour lights':
    'Harbour lights burn from dusk until every boat is in. Two keepers look after the lights, one for the red and one for the green. When fog rolls in, both keepers stay awake and ring a bell above the harbour wall.',
} as const;

function documentOf(texts: Readonly<Record<string, string>>): string {
  return `# Valley\n\n${Object.entries(texts)
    .map(([heading, text]) => `## ${heading}\n\n${text}`)
    .join('\n\n')}`;
}

describe('match-headings', () => {
  it('gives three passages, and their headings in another order', async () => {
    const [candidate] = await findCandidates('match-headings', documentOf(TEXTS));
    const [asked, answered] = candidate?.messages ?? [];
    expect(answered?.content).toBe('A: Wool care\nB: Ferry tickets\nC: Harbour lights');
    const named = Array.from((asked?.content ?? '').matchAll(/"([^"]+)"/gu), ([, heading]) => heading);
    expect(named.toSorted()).toEqual(Object.keys(TEXTS).toSorted());
    expect(named).not.toEqual(Object.keys(TEXTS));
    expect(asked).toMatchObject({
      context: expect.stringMatching(/^A\)\nWool care[^]+\n\nB\)\nFerry[^]+\n\nC\)\nHarb/u),
    });
  });

  it('takes no passage that speaks of what another heading names', async () => {
    const mixed = { ...TEXTS, 'Harbour lights': `${TEXTS['Harbour lights']} Ferry tickets are not sold at night.` };
    expect(await findCandidates('match-headings', documentOf(mixed))).toEqual([]);
  });

  it('needs three', async () => {
    const { 'Wool care': wool, 'Ferry tickets': ferry } = TEXTS;
    expect(await findCandidates('match-headings', documentOf({ 'Wool care': wool, 'Ferry tickets': ferry }))).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const LABELLED = `# Ships

- Keel: the long beam at the bottom.
- Stern – the rear end of a ship.
- Jib: a small sail in front | or two.`;

const STEPS = `# Nets

1. Open the \`hatch\` of the shed.
2. In the shed, find the needle.
3. Put the net on the table.`;

/** The answer of a pattern by the first of some seeds that gives one. */
async function answerOf(pattern: string, source: string): Promise<string | undefined> {
  for (let seed = 0; seed < 12; seed += 1) {
    const [found] = await findCandidates(pattern, source, { recipe: { seed } });
    if (found !== undefined) return found.messages[1]?.content;
  }
  return undefined;
}

describe('labelled lists', () => {
  it('become a JSON object with every label and what is said of it', async () => {
    expect(JSON.parse((await answerOf('labels-to-json', LABELLED)) ?? '')).toEqual({
      Keel: 'the long beam at the bottom.',
      Stern: 'the rear end of a ship.',
      Jib: 'a small sail in front | or two.',
    });
  });

  it('lose the marks of code where they become data', async () => {
    const source = LABELLED.replace('Keel: the', 'Keel of `oak`: the `long`');
    expect(JSON.parse((await answerOf('labels-to-json', source)) ?? '')).toMatchObject({
      'Keel of oak': 'the long long beam at the bottom.',
    });
  });

  it('become a table with a row for every item', async () => {
    expect(await answerOf('labels-to-table', LABELLED)).toMatch(
      /^\| (?:Item|Name) \| (?:Description|Details) \|\n\| --- \| --- \|\n\| Keel \| the long beam at the bottom\. \|\n\| Stern \| the rear end of a ship\. \|\n\| Jib \| a small sail in front \\\| or two\. \|$/u,
    );
  });

  it.each([
    ['an item without a label', LABELLED.replace('Keel: the', 'The')],
    ['a label that comes twice', LABELLED.replace('Stern', 'keel')],
    ['a value that goes on with the sentence', LABELLED.replace('the rear', 'such as the rear')],
    ['a mark of code without its end', LABELLED.replace('bottom', '`bottom')],
    ['a value that announces', LABELLED.replace('bottom.', 'bottom:')],
  ])('are left alone with %s', async (_case, source) => {
    expect(await answerOf('labels-to-json', source)).toBeUndefined();
    expect(await answerOf('labels-to-table', source)).toBeUndefined();
  });
});

describe('steps-to-json', () => {
  it('keeps every step with its number', async () => {
    expect(JSON.parse((await answerOf('steps-to-json', STEPS)) ?? '')).toEqual([
      { step: 1, text: 'Open the hatch of the shed.' },
      { step: 2, text: 'In the shed, find the needle.' },
      { step: 3, text: 'Put the net on the table.' },
    ]);
  });

  it.each([
    ['rules', STEPS.replace('Open the', 'Respect the').replace('Put the', 'Value the')],
    ['steps that lean on the page', STEPS.replace('on the table', 'as shown above')],
    ['ways to choose from', STEPS.replace('on the table', 'on the table. This is the approach taken by the crew')],
    ['one way or another', STEPS.replace('Put the', 'Or put the')],
    ['steps that go on elsewhere', STEPS.replace('on the table.', 'on one of these:')],
  ])('leaves %s alone', async (_case, source) => {
    expect(await answerOf('steps-to-json', source)).toBeUndefined();
  });
});

const PLAIN = `# Boats

## What to take along

- Rope for the anchor
- Blankets and a lamp
- Oars of \`ash\`
- Water for two days`;

describe('plain lists', () => {
  it('become JSON with every item in its order', async () => {
    const items = ['Rope for the anchor', 'Blankets and a lamp', 'Oars of ash', 'Water for two days'];
    const forms = new Set<string>();
    for (let seed = 0; seed < 24; seed += 1) {
      for (const { messages } of await findCandidates('list-to-json', PLAIN, { recipe: { seed } })) {
        forms.add(messages[1]?.content ?? '');
      }
    }
    expect([...forms].map((form) => JSON.parse(form))).toEqual(
      expect.arrayContaining([items, { heading: 'What to take along', items }]),
    );
    expect(forms.size).toBe(2);
  });

  it('are sorted by their first words', async () => {
    expect(await answerOf('sort-list', PLAIN)).toBe(
      '- Blankets and a lamp\n- Oars of `ash`\n- Rope for the anchor\n- Water for two days',
    );
  });

  it.each([
    ['in order already', PLAIN.replace('Rope for', 'Anchors for')],
    ['with two items of one first word', PLAIN.replace('Water', 'Rope')],
    ['of people', PLAIN.replace('Rope for the anchor', 'Maria Lind')],
    ['that ends like a sentence', PLAIN.replace('two days', 'two days.')],
    ['with a number in front', PLAIN.replace('Water for two days', '2 days of water')],
  ])('are not sorted %s', async (_case, source) => {
    expect(await answerOf('sort-list', source)).toBeUndefined();
  });

  it.each([
    ['a label', PLAIN.replace('Rope for', 'Rope: for')],
    ['a pointer', PLAIN.replace('the anchor', 'the anchor above')],
    ['an item that goes on', PLAIN.replace('days', 'days or')],
    ['an address', PLAIN.replace('Water', 'https://water.example and water')],
  ])('are left alone with %s', async (_case, source) => {
    expect(await answerOf('list-to-json', source)).toBeUndefined();
    expect(await answerOf('sort-list', source)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const STEPS =
  '1. Open the valve at the side of the kiln.\n2. Light the burner with a long match.\n3. Close the door and wait for ten minutes.';
const OPTIONS =
  '- `--heat`: the heat of the kiln in degrees.\n- `--time`: how long it burns at that heat.\n- `--vent`: whether the vent stays open.\n- `--log`: where to write what happened.';

async function kindsOf(source: string): Promise<ReadonlyArray<string | undefined>> {
  return (await findCandidates('passage-kind', source)).map(({ payload }) => payload?.label);
}

describe('passage-kind', () => {
  it.each([
    ['procedure', `# Kiln\n\n## Lighting\n\n${STEPS}`],
    ['reference', `# Kiln\n\n## Options of the program\n\n${OPTIONS}`],
    [
      'definition',
      '# Kiln\n\n## Muffle\n\nA muffle is a box of clay inside of a kiln that keeps the flames of the burner away from the pots and their glaze.',
    ],
    [
      'example',
      '# Kiln\n\n## Example\n\nA run of the program for a small load of cups, with the door closed and the vent open for an hour:\n\n```\nkiln --heat 900\n```',
    ],
    [
      'warning',
      '# Kiln\n\n## Caution\n\nThe door of the kiln is hot for six hours after a firing, and its handle burns through the gloves that hang in the hall.',
    ],
    [
      'change log',
      '# Kiln\n\n## Version 2.1\n\n- Added a second burner for the large chamber.\n- Fixed the vent, which stayed open.\n- Removed the lamp over the door.\n- Changed the colour of the handle.',
    ],
    [
      'licence',
      '# Kiln\n\n## Terms\n\nPermission is hereby granted to copy this plan. You may redistribute it with this notice. It comes as is, without warranty of any kind.',
    ],
    [
      'question and answer',
      '# Kiln\n\n## Common questions\n\nHow hot does the kiln get?\n\nIt gets as hot as the burner allows, which is hot.\n\nWho lights the kiln?\n\nThe keeper of the week lights it in the morning.',
    ],
  ])('tells a %s by its form', async (kind, source) => {
    const [candidate] = await findCandidates('passage-kind', source);
    expect(candidate?.payload?.label).toBe(kind);
    expect(candidate?.payload?.choices).toHaveLength(4);
    expect(candidate?.payload?.choices).toContain(kind);
    expect(candidate?.messages[0]?.content).toContain(kind);
    expect(candidate?.messages[1]?.content).toBe(kind);
  });

  it.each([
    '# Kiln\n\n## Goals\n\n1. Increase the heat of the kiln.\n2. Reduce the time of a firing.\n3. Improve the colour of the glaze.',
    `# Kiln\n\n## Lighting\n\n${STEPS}\n\n${OPTIONS}`,
    `# Kiln\n\n## Best practices\n\n${STEPS}`,
    `# Kiln\n\n## Lighting\n\nEvery keeper should:\n\n${STEPS}`,
    '# Kiln\n\n## History\n\nThe kiln was built by two potters from the next village, who needed a place to fire their pots in winter.',
  ])('leaves alone what shows no kind, or two', async (source) => {
    expect(await kindsOf(source)).toEqual([]);
  });

  it('gives so many of each kind at most', async () => {
    const steps = Array.from({ length: 6 }, (_, index) => `## Lighting burner ${index + 1} of the row\n\n${STEPS}`);
    expect(await kindsOf(`# Kiln\n\n${steps.join('\n\n')}`)).toHaveLength(1);
    const options = Array.from({ length: 6 }, (_, index) => `## Options of burner ${index + 1}\n\n${OPTIONS}`);
    expect(await kindsOf(`# Kiln\n\n${options.join('\n\n')}`)).toHaveLength(3);
  });
});

describe('chapter-topic', () => {
  const topics = ['Glazing', 'Firing', 'Clay'];
  const source = topics
    .map((topic, index) => {
      const text =
        `${topic} is done in the ${index + 1}. room of the house. ${topic} takes patience, and those who learn it stay for some years. `.repeat(
          3,
        );
      return `# ${topic}\n\n## Room\n\n${text.trim()}\n\n## Tools\n\nThe tools hang on the wall.`;
    })
    .join('\n\n');

  it('offers the chapters of the document as labels, the same for all passages', async () => {
    const found = await findCandidates('chapter-topic', source);
    expect(found.map(({ payload }) => payload?.label)).toEqual(topics);
    for (const { payload } of found) expect(payload?.choices).toEqual(topics);
  });

  it('leaves out a passage that speaks of another chapter too', async () => {
    const mixed = source.replace('Firing takes patience', 'Firing comes after glazing and takes patience');
    expect((await findCandidates('chapter-topic', mixed)).map(({ payload }) => payload?.label)).toEqual([
      'Glazing',
      'Clay',
    ]);
  });
});

describe('a passage of a kind', () => {
  it.each([
    [
      'advice',
      '# Kiln\n\n## Keeping potters\n\n1. Hire the potters who are important to you.\n2. Allow them to spend a day of each week on glazes.\n3. Encourage the younger ones to learn from the older ones.',
    ],
    [
      'a list of names',
      '# Kiln\n\n## Where the glaze is used\n\nThe glaze may be used on these:\n\n- `cups`\n- `bowls`\n- `plates`\n- `jugs`',
    ],
    [
      'aims',
      '# Kiln\n\n## After the firing\n\nFrom there you can use the notes of the day to:\n\n1. Set the heat of the next firing.\n2. Start the search for a better clay.\n3. Build a shelf for the cups.',
    ],
    [
      'code alone',
      '# Kiln\n\n## Example\n\n```\nkiln --heat 900 --time 60 --vent open --log firing.txt --door closed --load cups --lamp off --fan on --bell off --gas low --air high --mode slow\n```',
    ],
    [
      'a definition that warns',
      '# Kiln\n\n## Muffle\n\nA muffle is a box of clay inside of a kiln that keeps the flames from the pots, and it must not be opened while the burner is lit.',
    ],
    [
      'the same example twice',
      '# Kiln\n\n## Example\n\nA run of the program for a small load of cups, with the door closed and the vent open for an hour:\n\n```\nkiln --heat 900\n```\n\n```\nkiln.exe /heat 900\n```',
    ],
  ])('is not %s', async (_, source) => {
    expect(await kindsOf(source)).toEqual([]);
  });
});

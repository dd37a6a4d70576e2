import { describe, expect, it } from 'vitest';
import { findQuestions } from '../fixtures/make-document.ts';
import { subjectOfWhole } from './subject.ts';

const SPOKEN = Array.from(
  { length: 10 },
  (_, index) => `Crews of the bay have used Knotter for ${index + 2} years, and what they tie in Knotter holds.`,
);

function manual(text: string): string {
  return `# The basics\n\n${SPOKEN.slice(0, 5).join(' ')}\n\n## Ropes of the yard\n\n${SPOKEN.slice(5).join(' ')}\n\n## Loops\n\n${text}`;
}

const RULE = 'Visitors of the yard must not cut a loop in the rain.';

describe('the name that runs through a document', () => {
  it('tells where a question belongs that holds no name', async () => {
    expect(await findQuestions('rule', manual(RULE))).toEqual([expect.stringMatching(/^In Knotter, may visitors/u)]);
  });

  it('is not made up where no name stands out', async () => {
    const source = `# The basics\n\nCrews of the bay mend nets in the winter.\n\n## Loops\n\n${RULE}`;
    expect((await findQuestions('rule', source)).join()).not.toMatch(/\bin [A-Z]/u);
  });
});

/** A text of two sections, each of the sentence three times. */
function pages(sentence: string, closing = ''): string {
  const whole = `${Array.from({ length: 3 }, () => sentence).join(' ')} ${closing}`;
  return `# The basics\n\n${whole}\n\n## Ropes of the yard\n\n${whole}\n\n## Loops\n\n${RULE}`;
}

describe('a name that the page compares its own subject with', () => {
  it('is not what the page is about', async () => {
    const closing = 'Unlike Knotter, the yard keeps no list of its loops.';
    expect((await findQuestions('rule', manual(`${closing} ${RULE}`))).join()).not.toContain('In Knotter');
  });
});

describe('a name of two words', () => {
  it('is one name where its halves are always together', async () => {
    const sentence = 'A mooring that is kept in Harbour Keeper holds its rope for all the crews of the bay.';
    expect(await findQuestions('rule', pages(sentence))).toEqual([
      expect.stringMatching(/^In Harbour Keeper, may visitors/u),
    ]);
  });

  it('is none where it takes an article', async () => {
    const sentence = 'A mooring that the Harbour Board has let holds its rope for all the crews of the bay.';
    expect((await findQuestions('rule', pages(sentence))).join()).not.toContain('Harbour Board');
  });
});

describe('an organisation', () => {
  it('is not what a page is about where the people of several are quoted', async () => {
    const sentence =
      'Ann Reed, head of ropes at Northwind, mends the nets of her crews. Joe Field, director of nets at Southwind, does not, nor does the manager at Southwind.';
    expect((await findQuestions('rule', pages(sentence, 'All is well at Northwind.'))).join()).not.toContain(
      'Northwind',
    );
  });
});

const CODE = '```rust\nlet knot = 1;\n```';

describe('a text whose code is of one language', () => {
  it('is about that language where it speaks of it', async () => {
    const source = `# The basics\n\nCrews of the bay mend nets as Rust does.\n\n${CODE}\n\nA loop is what Rust has.\n\n${CODE}\n\n## Loops\n\n${RULE}`;
    expect(await findQuestions('rule', source)).toEqual([expect.stringMatching(/^In Rust, may visitors/u)]);
  });

  it('is not where it speaks of a framework as often', async () => {
    const source = `# The basics\n\nCrews of the bay mend nets as Rust and Knottify do.\n\n${CODE}\n\nA loop is what Rust and Knottify have.\n\n${CODE}\n\n## Loops\n\n${RULE}`;
    expect((await findQuestions('rule', source)).join()).not.toContain('In Rust');
  });
});

function subjectOf(partOf: string, text: string): string | undefined {
  return subjectOfWhole(partOf, { text, lower: text.toLowerCase() })?.name;
}

describe('the subject of the manual that a page is part of', () => {
  it.each([
    ['Boatbase 2.1 documentation', 'Start it as Boatbase does.', 'Boatbase'],
    ['Boatbase Documentation (2.1.x)', 'Start it as Boatbase does.', 'Boatbase'],
    ["The Boatbase User's Guide", 'Start it as Boatbase does.', 'Boatbase'],
    ['Boatbase - Moorings for all 2.1 documentation', 'Start it as Boatbase does.', 'Boatbase'],
    ['knot-shell 3.6.0 documentation', 'A loop in knot is tied once.', 'knot'],
  ])('is read from %j', (partOf, text, subject) => {
    expect(subjectOf(partOf, text)).toBe(subject);
  });

  it.each([
    ['Boatbase 2.1 documentation', 'Start it once.'],
    ['Northern Writers', 'One of the Northern Writers says so.'],
    ['Documentation', 'See the Documentation of it.'],
  ])('is not made up from %j where the text does not speak of it', (partOf, text) => {
    expect(subjectOf(partOf, text)).toBeUndefined();
  });
});

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

import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

describe('role', () => {
  it.each([
    [
      'The harbour office is responsible for the lights on the northern pier.',
      /what is the harbour office responsible for\?$/iu,
    ],
    [
      'The `mend` command lets you tie a knot into a broken net.',
      /(?:what does the `mend` command let you do|what is the `mend` command for)\?$/iu,
    ],
    [
      'The harbour office provides a map of all the piers in the bay.',
      /what does the harbour office (?:provide|offer)\?$/iu,
    ],
    [
      'The `mend --dry` option specifies how long a net hangs in the wind.',
      /what does the `mend --dry` option specify\?$/iu,
    ],
  ])('asks what the thing in %j is there for', async (sentence, question) => {
    expect(await findQuestions('role', `# Nets\n\n## The harbour office and its mend command\n\n${sentence}`)).toEqual([
      expect.stringMatching(question),
    ]);
  });

  it('takes the next sentence along when it goes on about the thing', async () => {
    const source =
      '# Nets\n\n## The harbour office\n\nThe harbour office maintains the lights on the northern pier. It also mends the nets of the crews.';
    expect(await findAnswers('role', source)).toEqual([expect.stringMatching(/pier\. It also mends/u)]);
  });

  it('says nothing of a thing that the section is not about', async () => {
    const source = '# Nets\n\n## Weather\n\nThe `mend` command lets you tie a knot into a broken net.';
    expect(await findQuestions('role', source)).toEqual([]);
  });

  it.each([
    'Tables support two kinds of legs and a board on top of them.',
    'Make sure added knots hold the weight of a wet net in the wind.',
    'The knot holds the weight of a wet net in the wind for a year.',
    'We maintain the lights on the northern pier for all of the crews.',
    'The harbour office maintains these lights on the northern pier.',
    'Users set the length of a net with the wheel on its left side.',
  ])('leaves %j alone', async (sentence) => {
    expect(await findQuestions('role', `# Nets\n\n## Mending in the wind\n\n${sentence}`)).toEqual([]);
  });
});

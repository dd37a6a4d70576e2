import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

const LEAD =
  'Sheet bends join two ropes of different size. The thicker rope forms a bight, and the thinner one passes through it, around its back and under itself. Sheet bends hold well as long as both ropes pull, and they come apart easily in the hand.';

describe('the beginning of a section', () => {
  it('answers where the rest leans on a listing', async () => {
    const source = `# Knots\n\n## Sheet bends\n\n${LEAD}\n\nSomebody tied the sheet bend of Listing 4-2 at night.`;
    expect(await findAnswers('explain-topic', source)).toEqual([LEAD]);
    expect((await findQuestions('explain-topic', source))[0]).toMatch(/brief|short/iu);
  });

  it('ends before a sentence that announces code which was never filled in', async () => {
    const source = `# Knots\n\n## Sheet bends\n\n${LEAD} Here is one:\n\n\`\`\`\n{{#include ../knots/bend.txt}}\n\`\`\``;
    expect(await findAnswers('explain-topic', source)).toEqual([LEAD]);
  });

  it('is not taken where the whole section stands alone', async () => {
    const source = `# Knots\n\n## Sheet bends\n\n${LEAD}\n\nSailors learn the sheet bend first.`;
    expect((await findAnswers('explain-topic', source))[0]).toContain('Sailors learn');
  });

  it('is no answer when it is too short to explain anything', async () => {
    const source =
      '# Knots\n\n## Sheet bends\n\nSheet bends join ropes.\n\nFigure 3 shows how a sheet bend is tied at night.';
    expect(await findAnswers('explain-topic', source)).toEqual([]);
  });
});

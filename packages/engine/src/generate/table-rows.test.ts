import { describe, expect, it } from 'vitest';
import { findAnswers } from './fixtures/make-document.ts';
import { isNavigationLine } from './table-rows.ts';

describe('isNavigationLine', () => {
  it.each([
    'Next: Matrices, Previous: Arrays, Up: Data [Contents][Index]',
    'Previous: Add-on packages, Up: Which packages exist? [Contents]',
    '| [ << Tweaking output ] | [Top][Contents][Index] | [ Templates >> ] |',
    '[ Up ]',
    '[Top]',
    '[ ? ]',
  ])('knows %j', (line) => {
    expect(isNavigationLine(line)).toBe(true);
  });

  it.each(['Next: mend the nets.', 'Look up [Top] in the index.', 'Up the hill stands a mill.'])('reads %j', (line) => {
    expect(isNavigationLine(line)).toBe(false);
  });
});

describe('readRows', () => {
  it.each([
    ['| Tool | Task |', 1],
    ['| `netd` | The daemon that mends all nets. |', 0],
    ['| fish:caught | mends nets |', 0],
  ])('takes %j for names %i times', async (header, count) => {
    const rows =
      count === 0 && header.includes(':')
        ? '| fish:sold | sells |\n| fish:lost | grieves |\n| fish:eaten | eats |'
        : '| boatd | Caulks. |\n| saild | Sews. |\n| ropd | Splices. |';
    const answers = await findAnswers('table-to-json', `# Harbour\n\n## Tools\n\n${header}\n| --- | --- |\n${rows}\n`);
    expect(answers).toHaveLength(count);
  });
});

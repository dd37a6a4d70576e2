import { describe, expect, it } from 'vitest';
import { findAnswers } from '../fixtures/make-document.ts';

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

import { describe, expect, it } from 'vitest';
import { findAnswers } from '../fixtures/make-document.ts';

const CODE = '```python\nknots = read_knots("bay.txt")\nfor knot in knots:\n    print(knot.name)\n```';
const EXPLANATION =
  'This program calls `read_knots` to load all the knots of the bay from a file, goes through them one after the other, and writes the `name` of each to the screen on a line of its own.';

describe('explain-code', () => {
  it('takes the paragraph after a fence that speaks of it', async () => {
    expect(await findAnswers('explain-code', `# Knots\n\n${CODE}\n\n${EXPLANATION}`)).toEqual([EXPLANATION]);
  });

  it.each([
    'The bay has many knots, and each of them has a name that its crew gave it long ago, when boats were still made of wood and nets of hemp.',
    'This program is short and does what it should, as every reader of this page will see at once when he looks at it for long enough in the evening.',
  ])('leaves %j alone', async (text) => {
    expect(await findAnswers('explain-code', `# Knots\n\n${CODE}\n\n${text}`)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { findAnswers, findQuestions } from '../fixtures/make-document.ts';

describe('option', () => {
  it('asks for options of a list with the name of their command', async () => {
    const source =
      '# spin\n\n## Options\n\n- -q\n- --quiet\n  - Say nothing while the wheel turns, not even when it stops.';
    expect(await findQuestions('option', source)).toEqual([expect.stringMatching(/spin.*`--quiet` option/u)]);
    expect(await findAnswers('option', source)).toEqual(['Say nothing while the wheel turns, not even when it stops.']);
  });

  it('reads items that hold name and meaning', async () => {
    const source =
      '# spin\n\n- `--speed`: Turns of the wheel in a minute, from ten to ninety.\n- `--wool`: The kind of wool that is on the wheel.';
    expect(await findAnswers('option', source)).toEqual([
      'Turns of the wheel in a minute, from ten to ninety.',
      'The kind of wool that is on the wheel.',
    ]);
  });

  it('leaves options that share one text alone', async () => {
    const source =
      '# spin\n\n- --fast\n- --slow\n  - Turn at ninety or at ten turns a minute, respectively, until told otherwise.';
    expect(await findAnswers('option', source)).toEqual([]);
  });
});

describe('question-paragraph', () => {
  it('reads a text of questions and answers', async () => {
    const source =
      '# Ferry desk\n\nQ: May I bring a dog on the ferry?\n\nA: Yes, dogs travel free on every ferry.\n\nQ: Where do I buy a ticket?\n\nA: Tickets are sold on the pier.';
    expect(await findAnswers('question-paragraph', source)).toEqual([
      'Yes, dogs travel free on every ferry.',
      'Tickets are sold on the pier.',
    ]);
    expect((await findQuestions('question-paragraph', source)).join()).not.toMatch(/Q:/u);
  });

  it('takes one question in running text for rhetoric', async () => {
    const source =
      '# Ferry\n\nWhy do we love the ferry?\n\nThe ferry has been with us since the days of the first pier.';
    expect(await findAnswers('question-paragraph', source)).toEqual([]);
  });
});

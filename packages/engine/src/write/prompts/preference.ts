import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, LEVEL, text } from './shapes.ts';

/** Pairs of a right and a subtly wrong answer. */
export const preference: Prompt = {
  name: 'preference',
  version: 1,
  task: 'qa',
  promise:
    'A question with an answer that the document supports and one that it contradicts, and what is wrong with that.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'prose',
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} questions with two answers each: a right one, and one that reads as well and is wrong in one point: another number, a swapped name, a turned negation, something added, or the right answer to another question. Name in "flaw" what is wrong with it, in a few words.`,
  },
  schema: itemsOf({
    question: text('A question that names its subject and ends with a question mark.'),
    level: LEVEL,
    answer: CITED_SENTENCES,
    wrong: text('The wrong answer, in one or two sentences.'),
    flaw: text('What is wrong with it.'),
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => {
        const wrong = item.at('wrong').text();
        return {
          turns: [{ user: item.at('question').text(), answer: item.at('answer').sentences() }],
          rejected: { text: wrong, flaw: item.at('flaw').text() },
          mustBeWrong: wrong,
          difficulty: item.at('level').difficulty(),
        };
      }),
};

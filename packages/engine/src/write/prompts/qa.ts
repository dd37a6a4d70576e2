import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, LEVEL, text } from './shapes.ts';

/** Questions with abstractive answers. */
export const qa: Prompt = {
  name: 'qa',
  version: 1,
  task: 'qa',
  promise: 'A question a reader of the document may have, answered in the words of a model from sentences it cites.',
  isDefault: true,
  scope: 'chunk',
  answerKind: 'prose',
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} questions that somebody who works with this subject would ask, each about another fact, and answer each in one to four sentences. Aim at the level "{{level}}" and say in "level" which one each question has.`,
  },
  schema: itemsOf({
    question: text('A question that names its subject and ends with a question mark.'),
    level: LEVEL,
    answer: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => ({
        turns: [{ user: item.at('question').text(), answer: item.at('answer').sentences() }],
        difficulty: item.at('level').difficulty(),
      })),
};

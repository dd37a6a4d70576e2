import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { levelledAnswers } from './levelled-answers.ts';

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
  ...levelledAnswers('question', 'A question that names its subject and ends with a question mark.'),
};

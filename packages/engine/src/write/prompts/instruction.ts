import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { levelledAnswers } from './levelled-answers.ts';

/** Requests for explanations, procedures and overviews, from easy to hard. */
export const instruction: Prompt = {
  name: 'instruction',
  version: 1,
  task: 'instruction',
  promise: 'A request that the document can fulfil, and a response in the words of a model from sentences it cites.',
  isDefault: true,
  scope: 'chunk',
  answerKind: 'prose',
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} requests to an assistant that this source can fulfil: to explain, to describe a procedure, to list conditions, to tell what to do in a case. Begin with an easy one and let each be harder than the one before, up to the level "{{level}}"; say in "level" which level each has. Respond to each in one to six sentences.`,
  },
  ...levelledAnswers('instruction', 'A request that names its subject, as one sentence.'),
};

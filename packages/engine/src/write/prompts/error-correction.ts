import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, text } from './shapes.ts';

/** Statements with a mistake, and their correction. */
export const errorCorrection: Prompt = {
  name: 'error-correction',
  version: 1,
  task: 'instruction',
  promise: 'A statement that the document contradicts, put right by sentences it cites.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'prose',
  hasFreeQuestion: true,
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} statements about this source that are wrong in one point, as a hurried reader would get it wrong: another number, another name, a condition turned round. Then correct each in one or two sentences.`,
  },
  schema: itemsOf({
    wrong: text('One wrong sentence that names its subject.'),
    corrected: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => {
        const wrong = item.at('wrong').text();
        return {
          turns: [{ user: `Correct the mistake: ${wrong}`, answer: item.at('corrected').sentences() }],
          mustBeWrong: wrong,
        };
      }),
};

import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, text } from './shapes.ts';

/** Questions that are answered with yes or no first. */
export const yesNo: Prompt = {
  name: 'yes-no',
  version: 1,
  task: 'qa',
  promise: 'A question that is answered with yes or no, and the reason from sentences it cites.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'prose',
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} questions that can be answered with yes or no, about as many of one as of the other, and give the reason for each answer in one or two sentences that state the fact.`,
  },
  schema: itemsOf({
    question: text('A question that names its subject and asks for yes or no.'),
    isYes: { type: 'boolean', description: 'Whether the answer is yes.' },
    reason: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => {
        const word = item.at('isYes').truth() ? 'Yes.' : 'No.';
        const user = item.at('question').text();
        return { turns: [{ user, lead: { text: word, claim: '' }, answer: item.at('reason').sentences() }] };
      }),
};

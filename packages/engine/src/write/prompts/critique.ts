import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, text } from './shapes.ts';

/** Answers that the model has looked over: the revised one wins over the draft. */
export const critique: Prompt = {
  name: 'critique',
  version: 1,
  task: 'qa',
  promise:
    'A question with an answer that a model revised after criticising its own draft, which is kept as the weaker one.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'prose',
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} questions about this source. For each, write a quick draft of an answer; then criticise the draft against the source: what is missing, vague, not supported or not asked; then write the revised answer.`,
  },
  schema: itemsOf({
    question: text('A question that names its subject and ends with a question mark.'),
    draft: text('The quick answer.'),
    critique: text('What is wrong with the draft, in one sentence.'),
    answer: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => {
        const draft = item.at('draft').text();
        const revised = item.at('answer').sentences();
        const isSame = revised.map(({ text: sentence }) => sentence).join(' ') === draft;
        return {
          turns: [{ user: item.at('question').text(), answer: revised }],
          rejected: { text: draft, flaw: item.at('critique').text() },
          ...(isSame ? { problem: 'The revised answer is the draft.' } : {}),
        };
      }),
};

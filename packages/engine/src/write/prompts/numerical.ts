import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, text } from './shapes.ts';

/** Questions for a number. */
export const numerical: Prompt = {
  name: 'numerical',
  version: 1,
  task: 'qa',
  promise: 'A question for a number, answered with the number that the cited sentences give.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'label',
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} questions for a number that the source gives: an amount, a share, a date, a time, a duration, a limit. Give the number with its unit, as the source writes it, and then one sentence that states it.`,
  },
  schema: itemsOf({
    question: text('A question for a number that names its subject.'),
    number: text('The number with its unit: "27 days".'),
    statement: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) => {
        const number = item.at('number').text();
        const turn = { user: item.at('question').text(), answer: item.at('statement').sentences() };
        const hasNumber = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|twelve)\b/iu.test(number);
        return {
          turns: [{ ...turn, lead: { text: number.replace(/[^.]$/u, '$&.'), claim: number } }],
          ...(hasNumber ? {} : { problem: `The answer ${JSON.stringify(number)} is no number.` }),
        };
      }),
};

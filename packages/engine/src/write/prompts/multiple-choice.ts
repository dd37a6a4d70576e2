import type { Prompt, WrittenRecord } from '../prompt.ts';
import type { CitedSentence } from '../prompt.ts';
import { sha256 } from '../../shared/hash.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, listOf, text } from './shapes.ts';

const LETTERS = ['A', 'B', 'C', 'D'] as const;

/** Questions with four choices, of which one is right. */
export const multipleChoice: Prompt = {
  name: 'multiple-choice',
  version: 1,
  task: 'qa',
  promise: 'A question with four choices of which the document supports one, and the reason from sentences it cites.',
  isDefault: false,
  scope: 'chunk',
  answerKind: 'label',
  keepsWhole: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write up to {{count}} multiple-choice questions. Each has one right choice, which the source states, and three wrong ones that somebody could believe who has not read it: of the same kind and length, and clearly wrong by the source. Give the reason in one sentence.`,
  },
  schema: itemsOf({
    question: text('A question that names its subject, without the choices.'),
    right: text('The right choice, short.'),
    wrong: listOf(text('A wrong choice of the same kind.')),
    reason: CITED_SENTENCES,
  }),
  read: (answer) =>
    answer
      .at('items')
      .list()
      .map((item) =>
        toRecord({
          question: item.at('question').text(),
          right: item.at('right').text(),
          wrong: item
            .at('wrong')
            .list()
            .map((choice) => choice.text()),
          reason: item.at('reason').sentences(),
        }),
      ),
};

interface Choices {
  readonly question: string;
  readonly right: string;
  readonly wrong: readonly string[];
  readonly reason: readonly CitedSentence[];
}

/** The right choice stands where the question's hash puts it, so that its place gives nothing away. */
function toRecord({ question, right, wrong, reason }: Choices): WrittenRecord {
  const place = Number.parseInt(sha256(question).slice(0, 8), 16) % LETTERS.length;
  const choices = [...wrong.slice(0, place), right, ...wrong.slice(place, LETTERS.length - 1)];
  const lines = choices.map((choice, index) => `${LETTERS[index] ?? ''}) ${choice}`);
  const isDistinct = new Set(choices.map((choice) => choice.toLowerCase())).size === LETTERS.length;
  return {
    turns: [
      {
        user: `${question}\n${lines.join('\n')}`,
        lead: { text: `${lines[place] ?? ''}.`.replace(/\.\.$/u, '.'), claim: right },
        answer: reason,
      },
    ],
    payload: { choices, label: LETTERS[place] ?? '' },
    ...(isDistinct ? {} : { problem: `It has ${choices.length} choices, and they have to be four different ones.` }),
  };
}

import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, itemsOf, LEVEL, text } from './shapes.ts';

export interface AcrossSectionsOptions {
  readonly name: string;
  readonly promise: string;
  /** What is asked of the model, as one paragraph. */
  readonly request: string;
  readonly isScenario?: boolean;
}

/** A prompt for questions whose answers need more than one place of the source. */
export function acrossSections({ request, ...rest }: AcrossSectionsOptions): Prompt {
  return {
    ...rest,
    version: 1,
    task: 'qa',
    isDefault: false,
    scope: 'chunks',
    answerKind: 'prose',
    fewestCites: 2,
    keepsWhole: true,
    text: { system: GROUND_RULES, user: `${MATERIAL_PART}\n\n${request} Aim at the level "{{level}}".` },
    schema: itemsOf({
      question: text('A question that names its subject and ends with a question mark.'),
      level: LEVEL,
      steps: CITED_SENTENCES,
      conclusion: CITED_SENTENCES,
    }),
    read: (answer) =>
      answer
        .at('items')
        .list()
        .map((item) => ({
          turns: [
            {
              user: item.at('question').text(),
              answer: [...item.at('steps').sentences(), ...item.at('conclusion').sentences()],
            },
          ],
          difficulty: item.at('level').difficulty(),
        })),
  };
}

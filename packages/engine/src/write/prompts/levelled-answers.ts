import type { Prompt } from '../prompt.ts';
import { CITED_SENTENCES, itemsOf, LEVEL, text } from './shapes.ts';

/** Items with one request, its level and an answer: what a prompt asks the model for, and how that is read. */
export function levelledAnswers(
  name: 'question' | 'instruction',
  description: string,
): Pick<Prompt, 'schema' | 'read'> {
  return {
    schema: itemsOf({ [name]: text(description), level: LEVEL, answer: CITED_SENTENCES }),
    read: (answer) =>
      answer
        .at('items')
        .list()
        .map((item) => ({
          turns: [{ user: item.at(name).text(), answer: item.at('answer').sentences() }],
          difficulty: item.at('level').difficulty(),
        })),
  };
}

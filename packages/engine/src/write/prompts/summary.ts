import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, objectOf } from './shapes.ts';

/** Abstractive summaries, with the passage in the user's turn. */
export const summary: Prompt = {
  name: 'summary',
  version: 1,
  task: 'summarization',
  promise: 'A summary in the words of a model, each sentence of it resting on sentences of the passage.',
  isDefault: true,
  scope: 'chunk',
  answerKind: 'prose',
  carriesPassage: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Summarise this source in two to four sentences that stand alone, the main point first.`,
  },
  schema: objectOf({ summary: CITED_SENTENCES }),
  read: (answer, { title }) => [
    { turns: [{ user: `Summarize this passage from "${title}".`, answer: answer.at('summary').sentences() }] },
  ],
};

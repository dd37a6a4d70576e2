import { CONVERSATIONS } from '../conversations.ts';
import type { Prompt } from '../prompt.ts';
import { GROUND_RULES, MATERIAL_PART } from './common-text.ts';
import { CITED_SENTENCES, listOf, objectOf, text } from './shapes.ts';

/** Dialogues of the five types, with one persona throughout. */
export const conversation: Prompt = {
  name: 'conversation',
  version: 1,
  task: 'conversation',
  promise:
    'A dialogue in which every sentence of the assistant rests on sentences of the document, and the persona stays.',
  isDefault: true,
  scope: 'chunk',
  answerKind: 'prose',
  hasFreeQuestion: true,
  text: {
    system: GROUND_RULES,
    user: `${MATERIAL_PART}

Write one conversation of two to five turns about this source. It is of this kind: {{conversation}}. The first question names its subject; later ones follow from what was said and stay short. The assistant keeps its manner throughout, and its sentences say only what they cite.`,
  },
  schema: objectOf({
    turns: listOf(objectOf({ user: text('What the person says.'), assistant: CITED_SENTENCES })),
  }),
  read: (answer, { conversation: manner }) => {
    const turns = answer.at('turns').list();
    if (turns.length < 2) return [];
    const system = CONVERSATIONS.find((known) => known.manner === manner)?.persona;
    return [
      {
        ...(system === undefined ? {} : { system }),
        turns: turns.map((turn) => ({ user: turn.at('user').text(), answer: turn.at('assistant').sentences() })),
      },
    ];
  },
};

import { own } from '../conversation/row-reader.ts';
import { mapCalls, mapMessages, withObjectArguments } from '../conversation/openai-rows.ts';
import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';
import {
  blankAnswer,
  blankColumn,
  both,
  callArguments,
  columnNot,
  eachTurn,
  match,
  missingKey,
  noTurns,
  textNotString,
  weightOfZero,
} from './finders.ts';

const COMMIT = 'huggingface/trl@f2cd577';
const TEMPLATE: RuleEvidence = { source: `${COMMIT}:trl/data_utils.py apply_chat_template`, basis: 'ran' };
const CHATML: RuleEvidence = { source: `${COMMIT}:trl/data_utils.py maybe_convert_to_chatml`, basis: 'ran' };
const SFT: RuleEvidence = { source: `${COMMIT}:trl/trainer/sft_trainer.py _prepare_dataset`, basis: 'read' };

export const trl: Consumer = {
  name: 'trl',
  versions: '0.24 to 1.16',
  setup: 'SFTTrainer given the file as it is, without a formatting function.',
  formats: ['openai', 'sharegpt', 'prompt-completion', 'preference-trl', 'kto', 'text'],
  misreads: ['sharegpt'],
  adapt: (row, format) =>
    format === 'openai' ? mapMessages(row, (message) => mapCalls(message, withObjectArguments)) : row,
  rules: [
    {
      id: 'roles-not-mapped',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Convert to openai: TRL renames the keys but not the roles, so the chat template sees "human" and "gpt".',
      evidence: CHATML,
      find: eachTurn('conversations', ({ object, pointer }) => {
        const role = own(object, 'from');
        const isKnown = role === 'user' || role === 'assistant' || role === 'system' || role === 'tool';
        return isKnown
          ? undefined
          : match(`${pointer}/from`, `The role ${JSON.stringify(role)} is passed on as it is.`);
      }),
    },
    {
      id: 'messages-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row a list of messages; an empty one stops the whole run.',
      evidence: { source: `${COMMIT}:trl/data_utils.py is_conversational`, basis: 'ran' },
      find: noTurns('messages'),
    },
    {
      id: 'keys-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every message a "role" and a "content".',
      evidence: TEMPLATE,
      find: both(missingKey('messages', 'role'), missingKey('messages', 'content')),
    },
    {
      id: 'content-not-text',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write content as a string, "" beside tool calls: templates stop at null, or print "None".',
      evidence: { ...TEMPLATE, basis: 'ran' },
      find: textNotString('messages', 'content'),
    },
    {
      id: 'arguments-as-text',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Give the arguments as an object: chat templates encode them once more.',
      evidence: { source: `${COMMIT}:docs/source/dataset_formats.md`, basis: 'documented' },
      find: callArguments('object'),
    },
    {
      id: 'weight-ignored',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the turns that must not be trained.',
      evidence: SFT,
      find: eachTurn('messages', weightOfZero),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: SFT,
      find: blankAnswer('messages', 'role', 'content'),
    },
    {
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['prompt-completion'],
      fix: 'Write prompt and completion as strings in every row: the first row decides for all.',
      evidence: SFT,
      find: both(columnNot('prompt', 'string'), columnNot('completion', 'string')),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['prompt-completion'],
      fix: 'Remove the row or give it an answer.',
      evidence: SFT,
      find: blankColumn('completion'),
    },
    {
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['text'],
      fix: 'Write the text as a string in every row.',
      evidence: SFT,
      find: columnNot('text', 'string'),
    },
    rowShapeRule({
      format: 'preference-trl',
      fix: 'Write prompt, chosen and rejected as lists of messages in every row.',
      evidence: { source: `${COMMIT}:docs/source/dataset_formats.md`, basis: 'documented' },
      notes: ['answer-shape'],
    }),
    rowShapeRule({
      format: 'kto',
      fix: 'Write prompt and completion as lists of messages, and label as true or false.',
      evidence: { source: `${COMMIT}:docs/source/dataset_formats.md`, basis: 'documented' },
    }),
  ],
};

import { own } from '../conversation/row-reader.ts';
import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';
import {
  blankAnswer,
  both,
  columnNot,
  columnsBeside,
  eachTurn,
  match,
  missingKey,
  noTurns,
  rolesBeside,
  turnsOf,
} from './finders.ts';

const CHECK: RuleEvidence = {
  source: 'togethercomputer/together-python@eba5e5f:src/together/utils/files.py validate_messages',
  basis: 'ran',
};

export const together: Consumer = {
  name: 'together',
  versions: 'together 1.5.34',
  setup: 'Checked by the client before the upload.',
  formats: ['openai', 'prompt-completion', 'preference-openai'],
  rules: [
    {
      id: 'column-unknown',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Keep the column "messages" only; tools are not accepted.',
      evidence: CHECK,
      find: columnsBeside(['messages']),
    },
    {
      id: 'column-unknown',
      outcome: 'rejected',
      formats: ['prompt-completion'],
      fix: 'Keep prompt and completion only.',
      evidence: CHECK,
      find: columnsBeside(['prompt', 'completion']),
    },
    {
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['prompt-completion'],
      fix: 'Write prompt and completion as strings.',
      evidence: CHECK,
      find: both(columnNot('prompt', 'string'), columnNot('completion', 'string')),
    },
    {
      id: 'messages-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row a list of messages.',
      evidence: CHECK,
      find: noTurns('messages'),
    },
    {
      id: 'keys-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every message a "role" and a "content".',
      evidence: CHECK,
      find: both(missingKey('messages', 'role'), missingKey('messages', 'content')),
    },
    {
      id: 'role-unknown',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Use system, user and assistant only; rows with tools cannot be read.',
      evidence: CHECK,
      find: rolesBeside('messages', 'role', ['system', 'user', 'assistant']),
    },
    {
      id: 'content-not-text',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write content as a string, never null.',
      evidence: CHECK,
      find: eachTurn('messages', ({ object, pointer }) => {
        const content = own(object, 'content');
        const isRight = content === undefined || typeof content === 'string' || Array.isArray(content);
        return isRight ? undefined : match(`${pointer}/content`, 'The content is no text.');
      }),
    },
    {
      id: 'turn-order',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Let no two messages of one role follow each other.',
      evidence: CHECK,
      find: eachTurn('messages', ({ object, index, pointer }, turns) => {
        const role = own(object, 'role');
        const isRepeated = index > 0 && role === own(turns[index - 1]?.object ?? {}, 'role');
        return isRepeated ? match(pointer, `Two ${String(role)} messages follow each other.`) : undefined;
      }),
    },
    {
      id: 'no-answer',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row an assistant message.',
      evidence: CHECK,
      find: (row) => {
        const turns = turnsOf(row, 'messages');
        const hasAnswer = turns.some(({ object }) => own(object, 'role') === 'assistant');
        return hasAnswer || turns.length === 0 ? [] : [match('/messages', 'No message is of the assistant.')];
      },
    },
    {
      id: 'weight-value',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write the weight as the number 0 or 1.',
      evidence: CHECK,
      find: eachTurn('messages', ({ object, pointer }) => {
        const weight = own(object, 'weight');
        const isRight = !Object.hasOwn(object, 'weight') || weight === 0 || weight === 1 || typeof weight === 'boolean';
        return isRight ? undefined : match(`${pointer}/weight`, 'The weight is not 0 or 1.');
      }),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: { ...CHECK, basis: 'read' },
      find: blankAnswer('messages', 'role', 'content'),
    },
    rowShapeRule({
      format: 'preference-openai',
      fix: 'Give each output exactly one assistant message, and let the input end with the user.',
      evidence: { ...CHECK, source: CHECK.source.replace('validate_messages', 'validate_preference_openai') },
      notes: ['unknown-column'],
    }),
  ],
  fileRules: [
    {
      id: 'not-lines',
      outcome: 'rejected',
      formats: ['openai', 'prompt-completion'],
      fix: 'Write JSON Lines: one row on each line, no list around them.',
      evidence: { ...CHECK, source: CHECK.source.replace('validate_messages', '_check_jsonl') },
      find: ({ isList }) => (isList ? 'The file is one JSON list.' : undefined),
    },
  ],
};

import { own } from '../conversation/row-reader.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import type { Consumer, RuleEvidence, RuleMatch } from './consumer.ts';
import {
  anyToolCalls,
  blankAnswer,
  blankColumn,
  both,
  columnNot,
  eachTurn,
  ignoredColumn,
  match,
  missingColumn,
  missingKey,
  noTurns,
  rolesBeside,
  turnsOf,
  weightOfZero,
} from './finders.ts';

const MESSAGES = 'pytorch/torchtune@bd2a0fc:torchtune/data/_messages.py';
const ALPACA: RuleEvidence = { source: `${MESSAGES} AlpacaToMessages`, basis: 'read' };
const SHAREGPT: RuleEvidence = { source: `${MESSAGES} ShareGPTToMessages`, basis: 'ran' };
const OPENAI: RuleEvidence = { source: `${MESSAGES} OpenAIToMessages`, basis: 'ran' };
const ORDER: RuleEvidence = { source: `${MESSAGES} validate_messages`, basis: 'ran' };

export const torchtune: Consumer = {
  name: 'torchtune',
  versions: '0.6 to 0.7',
  setup: 'Read with the torchtune.yaml that dsgen writes: alpaca_dataset or chat_dataset.',
  formats: ['alpaca', 'sharegpt', 'openai'],
  rules: [
    {
      id: 'column-missing',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Give every row an "instruction" and an "output".',
      evidence: ALPACA,
      find: both(missingColumn('instruction'), missingColumn('output')),
    },
    {
      id: 'output-not-text',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Write "output" as a string.',
      evidence: ALPACA,
      find: columnNot('output', 'string'),
    },
    {
      id: 'column-ignored',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Convert rows with system or history to openai.',
      evidence: ALPACA,
      find: both(ignoredColumn('system'), ignoredColumn('history')),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Remove the row or give it an answer.',
      evidence: ALPACA,
      find: blankColumn('output'),
    },
    {
      id: 'turns-missing',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Give the row a list of turns.',
      evidence: SHAREGPT,
      find: noTurns('conversations'),
    },
    {
      id: 'role-unknown',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Use system, human and gpt only; rows with tools cannot be read.',
      evidence: SHAREGPT,
      find: rolesBeside('conversations', 'from', ['system', 'human', 'gpt']),
    },
    {
      id: 'turn-order',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Start with system or human, let no two human turns follow each other, and answer.',
      evidence: ORDER,
      find: (row) => misplaced(row, 'conversations', 'from', { user: 'human', assistant: 'gpt' }),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Remove the row or give it an answer.',
      evidence: { ...SHAREGPT, basis: 'read' },
      find: blankAnswer('conversations', 'from', 'value'),
    },
    {
      id: 'messages-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row a list of messages.',
      evidence: OPENAI,
      find: noTurns('messages'),
    },
    {
      id: 'keys-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every message a "role" and a "content".',
      evidence: OPENAI,
      find: both(missingKey('messages', 'role'), missingKey('messages', 'content')),
    },
    {
      id: 'content-repeated',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Write "content": "": where it is null, the text of the message before is trained as the answer.',
      evidence: OPENAI,
      find: eachTurn('messages', ({ object, pointer }) =>
        own(object, 'content') === null ? match(`${pointer}/content`, '"content" is null.') : undefined,
      ),
    },
    {
      id: 'tool-role',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Leave rows with tools out.',
      evidence: ORDER,
      find: eachTurn('messages', ({ object, pointer }) =>
        own(object, 'role') === 'tool'
          ? match(`${pointer}/role`, 'A tool turn never follows an "ipython" turn.')
          : undefined,
      ),
    },
    {
      id: 'tool-calls-lost',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Leave rows with tools out: the call is not read.',
      evidence: { ...OPENAI, basis: 'read' },
      find: eachTurn('messages', anyToolCalls),
    },
    {
      id: 'turn-order',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Start with system or user, let no two user messages follow each other, and answer.',
      evidence: ORDER,
      find: (row) => misplaced(row, 'messages', 'role', { user: 'user', assistant: 'assistant' }),
    },
    {
      id: 'weight-ignored',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the turns that must not be trained.',
      evidence: { ...OPENAI, basis: 'read' },
      find: eachTurn('messages', weightOfZero),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: { ...OPENAI, basis: 'read' },
      find: blankAnswer('messages', 'role', 'content'),
    },
  ],
};

/** As torchtune checks it: fewer than two messages, a late system, an assistant that answers no one, two questions. */
function misplaced(
  row: JsonObject,
  column: string,
  key: string,
  names: { readonly user: string; readonly assistant: string },
): readonly RuleMatch[] {
  const turns = turnsOf(row, column);
  if (turns.length === 0) return [];
  if (turns.length < 2) return [match(`/${column}`, 'There are fewer than two turns.')];
  let before: unknown = names.assistant;
  for (const { object, index, pointer } of turns) {
    const role = own(object, key);
    if (role === 'system' && index > 0) return [match(pointer, 'A system turn stands after others.')];
    if (role === names.user && before === names.user) return [match(pointer, 'Two user turns follow each other.')];
    if (role === names.assistant && before !== names.user && before !== 'tool') {
      return [match(pointer, 'An assistant turn follows no user turn.')];
    }
    before = role;
  }
  return [];
}

import { isObject, own } from '../conversation/row-reader.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';
import {
  anyToolCalls,
  blankAnswer,
  blankColumn,
  both,
  columnNot,
  eachTurn,
  emptyTurns,
  match,
  missingColumn,
  missingKey,
  notTurns,
  textNotString,
  turnsOutOfOrder,
  weightOfZero,
} from './finders.ts';

const CONVERTER = 'hiyouga/LLaMA-Factory@ff6d4d1:src/llamafactory/data/converter.py';
const ALPACA: RuleEvidence = { source: `${CONVERTER} AlpacaDatasetConverter`, basis: 'ran' };
const SHAREGPT: RuleEvidence = { source: `${CONVERTER} SharegptDatasetConverter`, basis: 'ran' };

/** Roles that may stand first, and those that may answer. */
const shareGptSides = [
  ['human', 'observation'],
  ['gpt', 'function_call'],
] as const;
const openAiSides = [
  ['user', 'tool'],
  ['assistant', 'function_call'],
] as const;

export const llamaFactory: Consumer = {
  name: 'llamafactory',
  versions: '0.9.4 to 0.9.6.dev0',
  setup:
    'Read with the dataset_info.json that dsgen writes; OpenAI chat as `formatting: sharegpt` with role and content.',
  formats: ['alpaca', 'sharegpt', 'openai', 'preference-llamafactory'],
  rules: [
    {
      id: 'input-missing',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Write "input": "" in every row.',
      evidence: ALPACA,
      find: missingColumn('input'),
    },
    {
      id: 'instruction-unusable',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Give every row an "instruction" of text.',
      evidence: ALPACA,
      find: both(missingColumn('instruction'), columnNot('instruction', 'string')),
    },
    {
      id: 'output-missing',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Give every row an "output".',
      evidence: ALPACA,
      find: missingColumn('output'),
    },
    {
      id: 'output-not-text',
      outcome: 'dropped',
      formats: ['alpaca'],
      fix: 'Write "output" as a string; JSON answers as JSON text.',
      evidence: ALPACA,
      find: columnNot('output', 'string'),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Remove the row or give it an answer.',
      evidence: { ...ALPACA, basis: 'read' },
      find: blankColumn('output'),
    },
    {
      id: 'prompt-empty',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Give the row an instruction or an input.',
      evidence: ALPACA,
      find: (row) =>
        blankColumn('instruction')(row).length > 0 && (own(row, 'input') ?? '') === ''
          ? [match('/instruction', 'The prompt is empty.')]
          : [],
    },
    {
      id: 'turns-missing',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Give the row a list of turns.',
      evidence: SHAREGPT,
      find: notTurns('conversations'),
    },
    {
      id: 'turns-empty',
      outcome: 'dropped',
      formats: ['sharegpt'],
      fix: 'Give the row turns, or remove it.',
      evidence: SHAREGPT,
      find: emptyTurns('conversations'),
    },
    {
      id: 'turn-keys',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Key every turn "from" and "value".',
      evidence: SHAREGPT,
      find: both(missingKey('conversations', 'from'), missingKey('conversations', 'value')),
    },
    {
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Write every value as a string.',
      evidence: { ...SHAREGPT, basis: 'read' },
      find: textNotString('conversations', 'value'),
    },
    {
      id: 'turn-order',
      outcome: 'dropped',
      formats: ['sharegpt'],
      fix: 'Let human (or observation) and gpt (or function_call) take turns, from human to gpt; use no other role.',
      evidence: SHAREGPT,
      find: turnsOutOfOrder('conversations', 'from', shareGptSides),
    },
    {
      id: 'call-not-json',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Write the call as JSON: {"name": …, "arguments": {…}}, or a list of those.',
      evidence: {
        source: 'hiyouga/LLaMA-Factory@ff6d4d1:src/llamafactory/data/formatter.py FunctionFormatter',
        basis: 'read',
      },
      find: eachTurn('conversations', ({ object, pointer }) =>
        own(object, 'from') === 'function_call' && !isCallText(own(object, 'value'))
          ? match(`${pointer}/value`, 'The call is no JSON with "name" and "arguments".')
          : undefined,
      ),
    },
    {
      id: 'tools-not-text',
      outcome: 'rejected',
      formats: ['sharegpt'],
      fix: 'Write "tools" as JSON text, not as a list.',
      evidence: {
        source: 'hiyouga/LLaMA-Factory@ff6d4d1:src/llamafactory/data/formatter.py ToolFormatter',
        basis: 'read',
      },
      find: (row) => (isEmptyList(own(row, 'tools')) ? [] : columnNot('tools', 'string')(row)),
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
      id: 'turns-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row a list of messages.',
      evidence: SHAREGPT,
      find: notTurns('messages'),
    },
    {
      id: 'turns-empty',
      outcome: 'dropped',
      formats: ['openai'],
      fix: 'Give the row turns, or remove it.',
      evidence: SHAREGPT,
      find: emptyTurns('messages'),
    },
    {
      id: 'content-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write "content" in every message, "" beside tool calls.',
      evidence: SHAREGPT,
      find: both(missingKey('messages', 'role'), missingKey('messages', 'content')),
    },
    {
      id: 'content-not-text',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write content as a string: no null, no parts.',
      evidence: SHAREGPT,
      find: textNotString('messages', 'content'),
    },
    {
      id: 'tool-calls-lost',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Convert rows with tools to sharegpt.',
      evidence: SHAREGPT,
      find: eachTurn('messages', anyToolCalls),
    },
    {
      id: 'turn-order',
      outcome: 'dropped',
      formats: ['openai'],
      fix: 'Let user and assistant take turns, from user to assistant; write developer as system.',
      evidence: SHAREGPT,
      find: turnsOutOfOrder('messages', 'role', openAiSides),
    },
    {
      id: 'weight-ignored',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the turns that must not be trained, or train with a consumer that reads weights.',
      evidence: { ...SHAREGPT, basis: 'read' },
      find: eachTurn('messages', weightOfZero),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: { ...SHAREGPT, basis: 'read' },
      find: blankAnswer('messages', 'role', 'content'),
    },
    {
      id: 'answer-not-turn',
      outcome: 'dropped',
      formats: ['preference-llamafactory'],
      fix: 'Write chosen and rejected as one turn each, not as lists.',
      evidence: SHAREGPT,
      find: (row) =>
        ['chosen', 'rejected'].flatMap((column) =>
          isObject(own(row, column)) ? [] : [match(`/${column}`, `"${column}" is no turn.`)],
        ),
    },
    {
      id: 'prompt-order',
      outcome: 'dropped',
      formats: ['preference-llamafactory'],
      fix: 'Let human and gpt take turns and end the prompt with human.',
      evidence: SHAREGPT,
      find: (row) => {
        const list = own(row, 'conversations');
        const turns: readonly unknown[] = Array.isArray(list) ? list : [];
        // The answer stands where the prompt leaves off, so the order must hold with it in place.
        const whole = { conversations: [...turns, { from: 'gpt', value: '' }] };
        return turnsOutOfOrder('conversations', 'from', shareGptSides)(whole);
      },
    },
  ],
};

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isCallText(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    const parsed: unknown = JSON.parse(value);
    const calls: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return calls.every((call) => typeof call === 'object' && call !== null && 'name' in call && 'arguments' in call);
  } catch {
    return false;
  }
}

import { own } from '../conversation/row-reader.ts';
import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';
import {
  blankAnswer,
  blankColumn,
  both,
  columnNot,
  eachTurn,
  ignoredColumn,
  match,
  missingColumn,
  noTurns,
  toolCallsOf,
  turnsOf,
} from './finders.ts';

const COMMIT = 'axolotl-ai-cloud/axolotl@067b021';
const ALPACA: RuleEvidence = {
  source: `${COMMIT}:src/axolotl/prompt_tokenizers.py AlpacaPromptTokenizingStrategy`,
  basis: 'read',
};
const CHAT: RuleEvidence = {
  source: `${COMMIT}:src/axolotl/prompt_strategies/chat_template.py get_conversation_thread`,
  basis: 'read',
};
const DROP: RuleEvidence = { source: `${COMMIT}:src/axolotl/utils/trainer.py drop_no_trainable_tokens`, basis: 'read' };

export const axolotl: Consumer = {
  name: 'axolotl',
  versions: '0.13 to 0.19',
  setup: 'Read with the axolotl.yaml that dsgen writes: alpaca as `alpaca`, chats as `chat_template`.',
  formats: ['alpaca', 'sharegpt', 'openai', 'preference-axolotl'],
  overLength: 'dropped',
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
      id: 'text-not-string',
      outcome: 'rejected',
      formats: ['alpaca'],
      fix: 'Write instruction and output as strings.',
      evidence: ALPACA,
      find: both(columnNot('instruction', 'string'), columnNot('output', 'string')),
    },
    {
      id: 'history-ignored',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Convert rows with history to openai.',
      evidence: ALPACA,
      find: ignoredColumn('history'),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['alpaca'],
      fix: 'Remove the row or give it an answer.',
      evidence: ALPACA,
      find: blankColumn('output'),
    },
    ...(['sharegpt', 'openai'] as const).map((format) => ({
      id: 'turns-missing',
      outcome: 'rejected' as const,
      formats: [format],
      fix: 'Give the row a list of turns; an empty one stops the whole run.',
      evidence: CHAT,
      find: noTurns(format === 'openai' ? 'messages' : 'conversations'),
    })),
    {
      id: 'nothing-to-train',
      outcome: 'dropped',
      formats: ['openai'],
      fix: 'End the row with an assistant message that may be trained.',
      evidence: DROP,
      find: (row) => {
        const turns = turnsOf(row, 'messages');
        const isTrained = turns.some(
          ({ object }) => own(object, 'role') === 'assistant' && own(object, 'weight') !== 0,
        );
        return isTrained || turns.length === 0 ? [] : [match('/messages', 'No message is trained.')];
      },
    },
    {
      id: 'nothing-to-train',
      outcome: 'dropped',
      formats: ['sharegpt'],
      fix: 'End the row with a gpt turn.',
      evidence: DROP,
      find: (row) => {
        const turns = turnsOf(row, 'conversations');
        const isTrained = turns.some(({ object }) => ['gpt', 'function_call'].includes(String(own(object, 'from'))));
        return isTrained || turns.length === 0 ? [] : [match('/conversations', 'No turn is trained.')];
      },
    },
    {
      id: 'arguments-not-json',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write the arguments as JSON text or as an object.',
      evidence: { ...CHAT, source: CHAT.source.replace('get_conversation_thread', 'transform_message') },
      find: eachTurn('messages', ({ object, pointer }) => {
        const bad = toolCallsOf(object).findIndex((call) => !hasReadableArguments(call));
        if (bad === -1) return undefined;
        return match(`${pointer}/tool_calls/${bad}/function/arguments`, 'The arguments are no JSON.');
      }),
    },
    {
      id: 'call-as-text',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Convert rows with tools to openai; here a call is trained as plain text.',
      evidence: CHAT,
      find: eachTurn('conversations', ({ object, pointer }) =>
        own(object, 'from') === 'function_call' ? match(`${pointer}/from`, 'The turn calls a tool.') : undefined,
      ),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: CHAT,
      find: blankAnswer('messages', 'role', 'content'),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['sharegpt'],
      fix: 'Remove the row or give it an answer.',
      evidence: CHAT,
      find: blankAnswer('conversations', 'from', 'value'),
    },
    rowShapeRule({
      format: 'preference-axolotl',
      fix: 'Write messages, chosen and rejected with the roles system, user and assistant.',
      evidence: { source: `${COMMIT}:src/axolotl/prompt_strategies/dpo/chat_template.py default`, basis: 'read' },
    }),
  ],
};

function hasReadableArguments(call: unknown): boolean {
  const inner = typeof call === 'object' && call !== null ? (call as { function?: unknown }).function : undefined;
  const given = typeof inner === 'object' && inner !== null ? (inner as { arguments?: unknown }).arguments : undefined;
  if (typeof given !== 'string') return true;
  try {
    JSON.parse(given);
    return true;
  } catch {
    return false;
  }
}

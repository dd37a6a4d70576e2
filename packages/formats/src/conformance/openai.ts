import { toolNamePattern } from '../conversation/tool-shapes.ts';
import { isObject, own } from '../conversation/row-reader.ts';
import { rowShapeRule } from './codec-rule.ts';
import type { Consumer, FileFacts, RuleEvidence } from './consumer.ts';
import {
  blankAnswer,
  both,
  callArguments,
  columnsBeside,
  eachTurn,
  match,
  missingKey,
  noTurns,
  rolesBeside,
  toolCallsOf,
  turnsOf,
} from './finders.ts';

const SPECIFICATION: RuleEvidence = {
  source:
    'openai/openai-openapi openapi.yaml FineTuneChatCompletionRequestAssistantMessage, ChatCompletionRequestMessage',
  basis: 'documented',
};
const GUIDE: RuleEvidence = { source: 'OpenAI, supervised fine-tuning guide', basis: 'documented' };

export const openAi: Consumer = {
  name: 'openai',
  versions: 'API of 2026; self-serve fine-tuning ends on 2027-01-06',
  setup: 'Uploaded with purpose fine-tune.',
  formats: ['openai', 'preference-openai'],
  rules: [
    {
      id: 'column-unknown',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Remove every column but messages, tools and parallel_tool_calls.',
      evidence: SPECIFICATION,
      find: columnsBeside(['messages', 'tools', 'parallel_tool_calls', 'functions']),
    },
    {
      id: 'messages-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row a list of messages.',
      evidence: SPECIFICATION,
      find: noTurns('messages'),
    },
    {
      id: 'role-unknown',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Use system, developer, user, assistant or tool.',
      evidence: SPECIFICATION,
      find: rolesBeside('messages', 'role', ['system', 'developer', 'user', 'assistant', 'tool', 'function']),
    },
    {
      id: 'content-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every message a "content"; only an assistant message with tool calls may go without.',
      evidence: SPECIFICATION,
      find: eachTurn('messages', ({ object, pointer }) => {
        const isOptional = toolCallsOf(object).length > 0 || typeof own(object, 'refusal') === 'string';
        const isThere = (own(object, 'content') ?? undefined) !== undefined;
        return isThere || isOptional ? undefined : match(pointer, 'The message has no content.');
      }),
    },
    {
      id: 'no-answer',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give the row an assistant message.',
      evidence: GUIDE,
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
      fix: 'Write the weight as 0 or 1, on assistant messages only.',
      evidence: SPECIFICATION,
      find: eachTurn('messages', ({ object, pointer }) => {
        const weight = own(object, 'weight');
        const isRight = weight === undefined || ((weight === 0 || weight === 1) && own(object, 'role') === 'assistant');
        return isRight ? undefined : match(`${pointer}/weight`, 'The weight is not 0 or 1, or not on the assistant.');
      }),
    },
    {
      id: 'arguments-not-text',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write the arguments as JSON text.',
      evidence: SPECIFICATION,
      find: callArguments('string'),
    },
    {
      id: 'tool-name',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Name tools with up to 64 of A-Z, a-z, 0-9, "_" and "-".',
      evidence: SPECIFICATION,
      find: eachTurn('messages', ({ object, pointer }) => {
        const bad = toolCallsOf(object).findIndex((call) => !hasRightName(call));
        return bad === -1 ? undefined : match(`${pointer}/tool_calls/${bad}`, 'The name of the tool is not allowed.');
      }),
    },
    {
      id: 'tool-answer-id',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every tool message the "tool_call_id" of the call it answers.',
      evidence: SPECIFICATION,
      find: both(
        eachTurn('messages', ({ object, pointer }) =>
          own(object, 'role') === 'tool' && typeof own(object, 'tool_call_id') !== 'string'
            ? match(pointer, 'The tool message has no "tool_call_id".')
            : undefined,
        ),
      ),
    },
    {
      id: 'role-missing',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Give every message a "role".',
      evidence: SPECIFICATION,
      find: missingKey('messages', 'role'),
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai'],
      fix: 'Remove the row or give it an answer.',
      evidence: GUIDE,
      find: blankAnswer('messages', 'role', 'content'),
    },
    rowShapeRule({
      format: 'preference-openai',
      fix: 'Write the pair as OpenAI has it: input.messages, preferred_output and non_preferred_output, one turn in each.',
      evidence: { source: 'OpenAI, direct preference optimization guide', basis: 'documented' },
    }),
  ],
  fileRules: [
    {
      id: 'too-few-rows',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Add rows: at least 10, better 50 and more.',
      evidence: GUIDE,
      find: ({ rows, isTraining }) =>
        isTraining && rows < 10 ? `The file has ${rows} rows; 10 are needed.` : undefined,
    },
    {
      id: 'not-lines',
      outcome: 'rejected',
      formats: ['openai'],
      fix: 'Write JSON Lines: one row on each line, no list around them.',
      evidence: GUIDE,
      find: isList,
    },
  ],
};

function isList(facts: FileFacts): string | undefined {
  return facts.isList ? 'The file is one JSON list.' : undefined;
}

function hasRightName(call: unknown): boolean {
  const inner = isObject(call) ? own(call, 'function') : undefined;
  const name = isObject(inner) ? own(inner, 'name') : undefined;
  return typeof name === 'string' && toolNamePattern.test(name);
}

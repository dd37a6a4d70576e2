import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';
import { mistralRow } from '../mistral/write.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';
import {
  blankAnswer,
  callArguments,
  eachTurn,
  match,
  missingKey,
  noTurns,
  rolesBeside,
  textNotString,
  toolCallsOf,
  turnsOf,
} from './finders.ts';

const BUILD: RuleEvidence = {
  source: 'mistralai/mistral-finetune@1943535:finetune/data/tokenize.py build_instruct_sample',
  basis: 'read',
};
const README: RuleEvidence = { source: 'mistralai/mistral-finetune@1943535:README.md', basis: 'documented' };
const callIdPattern = /^[A-Za-z0-9]{9}$/;

export const mistral: Consumer = {
  name: 'mistral',
  versions: 'mistral-finetune of 2024-2026, request validator V3',
  setup: 'JSON Lines read by mistral-finetune or uploaded to the API.',
  formats: ['openai', 'mistral'],
  adapt: mistralRow,
  rules: [
    {
      id: 'messages-missing',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Give the row a list of messages.',
      evidence: BUILD,
      find: noTurns('messages'),
    },
    {
      id: 'role-missing',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Give every message a "role".',
      evidence: BUILD,
      find: missingKey('messages', 'role'),
    },
    {
      id: 'role-unknown',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Use system, user, assistant and tool; write developer as system.',
      evidence: BUILD,
      find: rolesBeside('messages', 'role', ['system', 'user', 'assistant', 'tool']),
    },
    {
      id: 'content-missing',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Give every message a content; only tool calls may go without.',
      evidence: BUILD,
      find: eachTurn('messages', ({ object, pointer }) =>
        (own(object, 'content') ?? undefined) === undefined && toolCallsOf(object).length === 0
          ? match(pointer, 'The message has no content.')
          : undefined,
      ),
    },
    {
      id: 'content-not-text',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Write content as a string.',
      evidence: BUILD,
      find: (row) => textNotString('messages', 'content')(row).filter(({ message }) => !message.includes('null')),
    },
    {
      id: 'system-twice',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Keep one system message.',
      evidence: BUILD,
      find: (row) => {
        const second = turnsOf(row, 'messages').filter(({ object }) => own(object, 'role') === 'system')[1];
        return second === undefined ? [] : [match(second.pointer, 'There is a second system message.')];
      },
    },
    {
      id: 'last-not-assistant',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'End the row with the assistant.',
      evidence: { source: 'mistralai/mistral-common MistralRequestValidatorV3, finetuning mode', basis: 'read' },
      find: (row) => {
        const last = turnsOf(row, 'messages').at(-1);
        if (last === undefined || own(last.object, 'role') === 'assistant') return [];
        return [match(last.pointer, 'The last message is not of the assistant.')];
      },
    },
    {
      id: 'call-id',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Give every tool call an id of exactly nine letters and digits.',
      evidence: README,
      find: eachTurn('messages', ({ object, pointer }) => {
        const bad = toolCallsOf(object).findIndex(
          (call) => !callIdPattern.test(String(isObject(call) && own(call, 'id'))),
        );
        return bad === -1
          ? undefined
          : match(`${pointer}/tool_calls/${bad}/id`, 'The id has not nine letters and digits.');
      }),
    },
    {
      id: 'arguments-not-text',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Write the arguments as JSON text.',
      evidence: BUILD,
      find: callArguments('string'),
    },
    {
      id: 'tool-incomplete',
      outcome: 'rejected',
      formats: ['openai', 'mistral'],
      fix: 'Give every tool a name, a description and parameters ({} when it has none).',
      evidence: { ...BUILD, source: BUILD.source.replace('build_instruct_sample', '_parse_available_tools') },
      find: incompleteTools,
    },
    {
      id: 'answer-empty',
      outcome: 'mistrained',
      formats: ['openai', 'mistral'],
      fix: 'Remove the row or give it an answer.',
      evidence: BUILD,
      find: blankAnswer('messages', 'role', 'content'),
    },
  ],
};

function incompleteTools(row: JsonObject) {
  const tools = own(row, 'tools');
  if (!Array.isArray(tools)) return [];
  return tools.flatMap((tool, index) => {
    const inner = isObject(tool) ? own(tool, 'function') : undefined;
    const isWhole =
      isObject(inner) &&
      typeof own(inner, 'name') === 'string' &&
      typeof own(inner, 'description') === 'string' &&
      isObject(own(inner, 'parameters'));
    return isWhole ? [] : [match(`/tools/${index}`, 'The tool lacks its name, description or parameters.')];
  });
}

import type { DecodeResult, Message, ToolCall } from '@dsgen/core';
import { isObject, own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { readCall, readTools } from '../conversation/tool-shapes.ts';
import { blankTurns } from '../conversation/turn-order.ts';
import { badToolNames, looseCalls } from './rules.ts';

const columns: ReadonlySet<string> = new Set(['messages', 'tools']);
const callKeys: ReadonlySet<string> = new Set(['id', 'type', 'function']);
const keysByRole = {
  system: new Set(['role', 'content']),
  user: new Set(['role', 'content', 'name']),
  assistant: new Set(['role', 'content', 'name', 'tool_calls', 'weight']),
  tool: new Set(['role', 'content', 'tool_call_id']),
} as const;
type Role = keyof typeof keysByRole;

/** Reads one OpenAI chat row. `developer` is read as `system`, text parts as one text. */
export function readOpenAi(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const list = reader.list(own(object, 'messages'), '/messages') ?? [];
  const messages = list.flatMap((message, index) => readMessage(message, `/messages/${index}`, reader));
  const given = own(object, 'tools');
  const tools = readTools(given, '/tools', reader);
  if (Array.isArray(given)) for (const [index, tool] of given.entries()) noteType(tool, `/tools/${index}`, reader);
  if (!reader.hasIssues) {
    for (const problem of [...blankTurns(messages), ...looseCalls(messages)]) {
      reader.fail(problem.code, `/messages/${problem.index}`, problem.message);
    }
    for (const problem of badToolNames({ messages, tools }))
      reader.fail('bad-tool-name', problem.pointer, problem.message);
  }
  reader.noteUnknown(object, '', columns);
  return reader.result({ messages, ...(tools.length > 0 && { tools }) });
}

function readMessage(value: unknown, pointer: string, reader: RowReader): readonly Message[] {
  const message = reader.object(value, pointer);
  if (message === undefined) return [];
  const role = readRole(message, pointer, reader);
  if (role === undefined) return [];
  reader.noteUnknown(message, pointer, keysByRole[role]);
  const isOptional = role === 'assistant';
  const content = readContent(own(message, 'content'), `${pointer}/content`, { reader, isOptional });
  const name = reader.optionalString(own(message, 'name'), `${pointer}/name`);
  const named = name === undefined ? {} : { name };
  if (role === 'system') return [{ role, content }];
  if (role === 'user') return [{ role, content, ...named }];
  if (role === 'tool') {
    const toolCallId = reader.string(own(message, 'tool_call_id'), `${pointer}/tool_call_id`) ?? '';
    return [{ role, content, toolCallId }];
  }
  const toolCalls = readCalls(message, pointer, reader);
  const weight = readWeight(message, pointer, reader);
  return [
    { role, content, ...(toolCalls.length > 0 && { toolCalls }), ...(weight !== undefined && { weight }), ...named },
  ];
}

function readRole(message: JsonObject, pointer: string, reader: RowReader): Role | undefined {
  const role = reader.string(own(message, 'role'), `${pointer}/role`);
  if (role === 'developer') return 'system';
  if (role === 'system' || role === 'user' || role === 'assistant' || role === 'tool') return role;
  if (role !== undefined) {
    const text = `${JSON.stringify(role)} is no role; use system, user, assistant or tool.`;
    reader.fail('unknown-role', `${pointer}/role`, text);
  }
  return undefined;
}

interface ContentOptions {
  readonly reader: RowReader;
  readonly isOptional: boolean;
}

function readContent(value: unknown, pointer: string, { reader, isOptional }: ContentOptions): string {
  if (Array.isArray(value)) {
    reader.note(
      'content-parts',
      pointer,
      'The content is a list of parts and is read as one text; write it as a string.',
    );
    return value.map((part, index) => readPart(part, `${pointer}/${index}`, reader)).join('');
  }
  const text = isOptional ? reader.optionalString(value, pointer) : reader.string(value, pointer);
  return text ?? '';
}

function readPart(part: unknown, pointer: string, reader: RowReader): string {
  const object = reader.object(part, pointer);
  if (object === undefined) return '';
  const type = own(object, 'type');
  if (type === 'text') return reader.string(own(object, 'text'), `${pointer}/text`) ?? '';
  reader.fail('unsupported-part', pointer, `A part of type ${JSON.stringify(type)} cannot be read; only text can.`);
  return '';
}

function readCalls(message: JsonObject, pointer: string, reader: RowReader): readonly ToolCall[] {
  const calls = reader.optionalList(own(message, 'tool_calls'), `${pointer}/tool_calls`) ?? [];
  return calls.flatMap((value, index): readonly ToolCall[] => {
    const place = `${pointer}/tool_calls/${index}`;
    const call = reader.object(value, place);
    if (call === undefined) return [];
    const id = reader.string(own(call, 'id'), `${place}/id`);
    noteType(call, place, reader);
    reader.noteUnknown(call, place, callKeys);
    const inner = own(call, 'function');
    if (isObject(inner) && isObject(own(inner, 'arguments'))) {
      const text = 'OpenAI wants the arguments as JSON text; they are read from an object.';
      reader.note('arguments-object', `${place}/function/arguments`, text);
    }
    const read = readCall(inner, `${place}/function`, reader);
    return id === undefined || read === undefined ? [] : [{ id, ...read }];
  });
}

/** A tool or call without its type is read as a function, the only type there is; another type cannot be read. */
function noteType(value: unknown, pointer: string, reader: RowReader): void {
  if (!isObject(value)) return;
  const type = own(value, 'type') ?? undefined;
  if (type === 'function' && isObject(own(value, 'function'))) return;
  if (type === undefined || type === 'function') {
    reader.note(
      'missing-type',
      pointer,
      'It lacks the wrapping "type": "function", "function": {…} and is read all the same.',
    );
  } else {
    reader.fail('unsupported-type', `${pointer}/type`, `Only "function" can be read, not ${JSON.stringify(type)}.`);
  }
}

function readWeight(message: JsonObject, pointer: string, reader: RowReader): 0 | 1 | undefined {
  const weight = own(message, 'weight') ?? undefined;
  if (weight === undefined || weight === 0 || weight === 1) return weight;
  reader.fail('wrong-type', `${pointer}/weight`, `"weight" must be 0 or 1.`);
  return undefined;
}

import { createHash } from 'node:crypto';
import { isObject, own, type JsonObject } from './row-reader.ts';

type Adapt = (object: JsonObject) => JsonObject;

/** The row with each of its messages changed. */
export function mapMessages(row: JsonObject, change: Adapt): JsonObject {
  const messages = own(row, 'messages');
  if (!Array.isArray(messages)) return row;
  return { ...row, messages: messages.map((message) => (isObject(message) ? change(message) : message)) };
}

/** The message with each of its tool calls changed. */
export function mapCalls(message: JsonObject, change: Adapt): JsonObject {
  const calls = own(message, 'tool_calls');
  if (!Array.isArray(calls)) return message;
  return { ...message, tool_calls: calls.map((call) => (isObject(call) ? change(call) : call)) };
}

/** The call with its arguments as an object, as chat templates take them. */
export function withObjectArguments(call: JsonObject): JsonObject {
  const inner = own(call, 'function');
  const given = isObject(inner) ? own(inner, 'arguments') : undefined;
  if (!isObject(inner) || typeof given !== 'string') return call;
  return { ...call, function: { ...inner, arguments: JSON.parse(given) as unknown } };
}

/** Nine letters and digits that depend on the id alone, so that a call and its answer still belong together. */
export function nineCharacterId(id: string): string {
  return /^[A-Za-z0-9]{9}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 9);
}

/** Tools with what some consumers insist on: a description and parameters. */
export function completeTools(row: JsonObject): JsonObject {
  const tools = own(row, 'tools');
  if (!Array.isArray(tools)) return row;
  return { ...row, tools: tools.map((tool) => (isObject(tool) ? completeTool(tool) : tool)) };
}

function completeTool(tool: JsonObject): JsonObject {
  const inner = own(tool, 'function');
  if (!isObject(inner)) return tool;
  const { name, description = '', parameters = {} } = inner;
  return { ...tool, function: { name, description, parameters } };
}

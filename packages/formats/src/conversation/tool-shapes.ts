import type { ToolCall, ToolDefinition } from '@dsgen/core';
import { parseRow } from '../json/parse-row.ts';
import { isObject, own, type JsonObject, type RowReader } from './row-reader.ts';

/** What OpenAI accepts as a tool's name; others accept no more. */
export const toolNamePattern = /^[A-Za-z0-9_-]{1,64}$/;

/** JSON inside a string of the row, read as strictly as the row itself. */
export function readJsonText(text: string, pointer: string, reader: RowReader): unknown {
  const parsed = parseRow(text);
  if (parsed.ok) return parsed.value;
  for (const issue of parsed.issues) {
    const place = issue.column === undefined ? '' : ` at character ${issue.column} of the string`;
    reader.fail('bad-embedded-json', pointer, `The text at ${pointer} must be JSON${place}: ${issue.message}`);
  }
  return undefined;
}

/** `{name, arguments}`; the arguments as an object or as JSON text of one. */
export function readCall(value: unknown, pointer: string, reader: RowReader): Omit<ToolCall, 'id'> | undefined {
  const call = reader.object(value, pointer);
  if (call === undefined) return undefined;
  const name = reader.string(own(call, 'name'), `${pointer}/name`);
  const args = readArguments(own(call, 'arguments'), `${pointer}/arguments`, reader);
  reader.noteUnknown(call, pointer, callKeys);
  return name === undefined || args === undefined ? undefined : { name, arguments: args };
}

function readArguments(value: unknown, pointer: string, reader: RowReader): JsonObject | undefined {
  if (typeof value !== 'string') return reader.object(value, pointer);
  const parsed = readJsonText(value, pointer, reader);
  if (parsed === undefined || isObject(parsed)) return parsed;
  reader.fail('bad-embedded-json', pointer, `The text at ${pointer} must be a JSON object.`);
  return undefined;
}

/** Tool definitions, bare (`{name, …}`) or in OpenAI's wrapping (`{type: "function", function: {…}}`). */
export function readTools(value: unknown, pointer: string, reader: RowReader): readonly ToolDefinition[] {
  const tools = reader.optionalList(value, pointer) ?? [];
  return tools.flatMap((tool, index) => {
    const place = `${pointer}/${index}`;
    const wrapped = isObject(tool) ? own(tool, 'function') : undefined;
    if (wrapped !== undefined && isObject(tool)) reader.noteUnknown(tool, place, wrapperKeys);
    const inner = wrapped === undefined ? place : `${place}/function`;
    const object = reader.object(wrapped ?? tool, inner);
    return object === undefined ? [] : readTool(object, inner, reader);
  });
}

function readTool(tool: JsonObject, pointer: string, reader: RowReader): readonly ToolDefinition[] {
  const name = reader.string(own(tool, 'name'), `${pointer}/name`);
  const description = reader.optionalString(own(tool, 'description'), `${pointer}/description`);
  const given = own(tool, 'parameters');
  const parameters = given === undefined || given === null ? undefined : reader.object(given, `${pointer}/parameters`);
  reader.noteUnknown(tool, pointer, toolKeys);
  if (name === undefined) return [];
  return [{ name, ...(description !== undefined && { description }), ...(parameters !== undefined && { parameters }) }];
}

const callKeys = new Set(['name', 'arguments']);
const wrapperKeys = new Set(['type', 'function']);
const toolKeys = new Set(['name', 'description', 'parameters']);

/** A tool with its keys in one order, whatever order they were given in. */
export function toolObject(tool: ToolDefinition): JsonObject {
  const { name, description, parameters } = tool;
  return { name, ...(description !== undefined && { description }), ...(parameters !== undefined && { parameters }) };
}

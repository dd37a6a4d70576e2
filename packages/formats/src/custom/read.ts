import { TASKS, type CodecRecord, type DecodeResult, type Message, type ToolDefinition } from '@dsgen/core';
import { isObject, own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { readTools } from '../conversation/tool-shapes.ts';
import { readOpenAi } from '../openai/read.ts';
import { readShareGpt } from '../sharegpt/read.ts';
import type { MappedProperty } from './mapping.ts';
import { isShareGptItems } from './part-value.ts';
import type { RecordPart } from './well-known.ts';

interface FoundPart {
  readonly value: unknown;
  readonly pointer: string;
  readonly schema: JsonObject;
}

const readable: ReadonlySet<RecordPart> = new Set([
  'question',
  'answer',
  'context',
  'system',
  'messages',
  'tools',
  'id',
  'task',
]);

/** Reads a row of a user's schema back into a record, as far as a record can hold it. The row is valid already. */
export function readCustom(row: JsonObject, properties: readonly MappedProperty[]): DecodeResult {
  const reader = new RowReader();
  const found = new Map<RecordPart, FoundPart>();
  collect(row, { properties, pointer: '', found, reader });
  const conversation = found.get('messages');
  const turns = conversation === undefined ? undefined : readTurns(conversation);
  if (turns?.ok === false) {
    const prefix = conversation?.pointer ?? '';
    const issues = turns.issues.map((issue) => ({
      ...issue,
      ...(issue.pointer !== undefined && { pointer: prefix + issue.pointer.replace(/^\/[a-z]+/, '') }),
    }));
    return { ok: false, issues };
  }
  const messages = turns?.value.messages ?? readExchange(found, reader);
  return reader.result({ messages, ...readFields(found, reader) });
}

interface Collecting {
  readonly properties: readonly MappedProperty[];
  readonly pointer: string;
  readonly found: Map<RecordPart, FoundPart>;
  readonly reader: RowReader;
}

function collect(row: JsonObject, { properties, pointer, found, reader }: Collecting): void {
  for (const { name, source, schema } of properties) {
    const value = own(row, name);
    const place = `${pointer}/${name}`;
    if (value === undefined || value === null || source.kind === 'constant') continue;
    if (source.kind === 'object') {
      if (isObject(value)) collect(value, { properties: source.properties, pointer: place, found, reader });
    } else if (source.kind === 'part' && readable.has(source.part)) {
      if (!found.has(source.part)) found.set(source.part, { value, pointer: place, schema });
    } else {
      reader.note('column-not-kept', place, `${JSON.stringify(name)} has no place in a record that is read back.`);
    }
  }
}

function readTurns({ value, schema }: FoundPart): DecodeResult {
  return isShareGptItems(schema) ? readShareGpt({ conversations: value }) : readOpenAi({ messages: value });
}

function readExchange(found: ReadonlyMap<RecordPart, FoundPart>, reader: RowReader): readonly Message[] {
  const question = readText(found.get('question'), reader);
  const answer = readText(found.get('answer'), reader);
  const context = readText(found.get('context'), reader) ?? '';
  const system = readText(found.get('system'), reader) ?? '';
  if (`${question ?? ''}${context}`.trim() === '' || answer === undefined || answer.trim() === '') {
    reader.fail('not-a-record', '', 'The row has no question or no answer, so it makes no training record.');
  }
  return [
    ...(system === '' ? [] : [{ role: 'system', content: system } as const]),
    { role: 'user', content: question ?? '', ...(context !== '' && { context }) },
    { role: 'assistant', content: answer ?? '' },
  ];
}

function readText(part: FoundPart | undefined, reader: RowReader): string | undefined {
  if (part === undefined) return undefined;
  const value: unknown = Array.isArray(part.value) && part.value.length === 1 ? part.value[0] : part.value;
  return reader.string(value, part.pointer);
}

function readFields(found: ReadonlyMap<RecordPart, FoundPart>, reader: RowReader): Omit<CodecRecord, 'messages'> {
  const id = readText(found.get('id'), reader);
  const given = readText(found.get('task'), reader);
  const task = TASKS.find((name) => name === given);
  const place = found.get('tools');
  const tools: readonly ToolDefinition[] = place === undefined ? [] : readTools(place.value, place.pointer, reader);
  return { ...(id !== undefined && { id }), ...(task !== undefined && { task }), ...(tools.length > 0 && { tools }) };
}

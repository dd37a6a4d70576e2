import type { CodecRecord, DatasetRecord, Message, ToolDefinition } from '@dsgen/core';
import { userText } from '../conversation/losses.ts';
import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';
import { toolObject } from '../conversation/tool-shapes.ts';
import { writeOpenAi } from '../openai/write.ts';
import { writeShareGpt } from '../sharegpt/write.ts';
import type { RecordPart } from './well-known.ts';

export interface PartValueOptions {
  readonly part: RecordPart;
  /** Schema of the property: decides between text and list, and between shapes of turns. */
  readonly schema: JsonObject;
  /** Whether some property holds the passage; if not, it goes to the question. */
  readonly hasContext: boolean;
}

/** The part of a record, in the shape its property's schema asks for; undefined when the record has none. */
export function partValue(record: CodecRecord & Partial<DatasetRecord>, options: PartValueOptions): unknown {
  const { part, schema } = options;
  if (part === 'messages') return shapeMessages(record.messages, schema);
  if (part === 'sources') return record.sources?.map((span) => shapeSpan(span, own(schema, 'items')));
  if (part === 'tools') return shapeTools(record.tools ?? []);
  if (part === 'choices') return record.payload?.choices;
  if (part === 'entities') return record.payload?.entities;
  if (part === 'headings') return shapeHeadings(record.lineage?.headingPath, schema);
  const value = scalarValue(record, options);
  return value !== undefined && wantsList(schema) ? [value] : value;
}

/** The last question, as `messages` has it; `undefined` when there is none. */
export function lastTurn<Role extends Message['role']>(
  messages: readonly Message[],
  role: Role,
): (Message & { readonly role: Role }) | undefined {
  return messages.findLast((message): message is Message & { readonly role: Role } => message.role === role);
}

function scalarValue(record: CodecRecord & Partial<DatasetRecord>, options: PartValueOptions): unknown {
  const asked = lastTurn(record.messages, 'user');
  switch (options.part) {
    case 'question':
      if (asked === undefined) return undefined;
      return options.hasContext ? asked.content : userText(asked);
    case 'context':
      return asked === undefined ? undefined : (asked.context ?? '');
    case 'answer':
      return lastTurn(record.messages, 'assistant')?.content;
    case 'system':
      return lastTurn(record.messages, 'system')?.content;
    case 'label':
      return record.payload?.label;
    case 'path':
      return record.lineage?.path;
    case 'page':
      return record.sources?.[0]?.page;
    case 'id':
      return record.id;
    case 'task':
      return record.task;
    case 'difficulty':
      return record.difficulty;
    case 'split':
      return record.split;
    default:
      return undefined;
  }
}

/** ShareGPT turns where the schema names `from`, else OpenAI messages. */
export function isShareGptItems(schema: JsonObject): boolean {
  const items = own(schema, 'items');
  const properties = isObject(items) ? own(items, 'properties') : undefined;
  return isObject(properties) && Object.hasOwn(properties, 'from');
}

function shapeMessages(messages: readonly Message[], schema: JsonObject): unknown {
  return isShareGptItems(schema) ? writeShareGpt({ messages }).conversations : writeOpenAi({ messages }).messages;
}

function shapeTools(tools: readonly ToolDefinition[]): unknown {
  return tools.length === 0 ? undefined : tools.map(toolObject);
}

function shapeSpan(span: DatasetRecord['sources'][number], items: unknown): unknown {
  if (!isObject(items)) return span;
  if (own(items, 'type') === 'string') return span.quote;
  const properties = own(items, 'properties');
  if (!isObject(properties)) return span;
  return Object.fromEntries(Object.entries(span).filter(([key]) => Object.hasOwn(properties, key)));
}

function shapeHeadings(headings: readonly string[] | undefined, schema: JsonObject): unknown {
  return own(schema, 'type') === 'string' ? headings?.join(' > ') : headings;
}

function wantsList(schema: JsonObject): boolean {
  const type = own(schema, 'type');
  return type === 'array' || (Array.isArray(type) && type.includes('array') && !type.includes('string'));
}

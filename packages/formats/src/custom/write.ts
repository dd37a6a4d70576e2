import type { CodecRecord, Loss } from '@dsgen/core';
import { cleanRecord } from '../conversation/clean-record.ts';
import { blockedBy, distinctLosses, dropped, fieldLosses, mergedContext } from '../conversation/losses.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import { blankTurns } from '../conversation/turn-order.ts';
import { openAiLosses } from '../openai/write.ts';
import { shareGptLosses } from '../sharegpt/write.ts';
import { mappedParts, valueAt, type MappedProperty } from './mapping.ts';
import { isShareGptItems, lastTurn, partValue } from './part-value.ts';
import type { RecordPart } from './well-known.ts';

export interface CustomWriter {
  /** Fills the properties in the order the schema gives them. */
  row(record: CodecRecord): JsonObject;
  /** What the mapping leaves out; whether the row meets the schema is for the validator to say. */
  losses(record: CodecRecord): readonly Loss[];
}

const FORMAT = 'The schema';

export function createCustomWriter(properties: readonly MappedProperty[]): CustomWriter {
  const parts = mappedParts(properties);
  const turns = properties.find(({ source }) => source.kind === 'part' && source.part === 'messages');
  const fields = heldFields(properties, parts);
  return {
    row: (record) => fill(cleanRecord(record).record, properties, parts.has('context')),
    losses: (record) =>
      turns === undefined ? exchangeLosses(record, parts, fields) : turnLosses(record, turns.schema, fields),
  };
}

function fill(record: CodecRecord, properties: readonly MappedProperty[], hasContext: boolean): JsonObject {
  const entries: Array<[string, unknown]> = [];
  for (const { name, source, schema } of properties) {
    const value = valueOf(record, { name, source, schema }, hasContext);
    if (value !== undefined && value !== null) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function valueOf(record: CodecRecord, { source, schema }: MappedProperty, hasContext: boolean): unknown {
  switch (source.kind) {
    case 'constant':
      return source.value;
    case 'pointer':
      return valueAt(record, source.segments);
    case 'object':
      return fill(record, source.properties, hasContext);
    case 'part':
      return partValue(record, { part: source.part, schema, hasContext });
  }
}

/** Fields of the record that some property holds whole. */
function heldFields(properties: readonly MappedProperty[], parts: ReadonlySet<RecordPart>): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const part of ['tools', 'id', 'task', 'sources', 'difficulty', 'split'] as const) {
    if (parts.has(part)) fields.add(part);
  }
  for (const { source } of properties) {
    if (source.kind === 'pointer' && source.segments.length === 1) fields.add(source.segments[0] ?? '');
  }
  return fields;
}

function turnLosses(record: CodecRecord, schema: JsonObject, fields: ReadonlySet<string>): readonly Loss[] {
  const losses = isShareGptItems(schema) ? shareGptLosses(record) : openAiLosses(record);
  const held = { format: FORMAT, fields, names: true, weights: true };
  return distinctLosses([
    ...losses.filter((loss) => loss.field.includes('/')),
    ...fieldLosses({ ...record, messages: [] }, held),
  ]);
}

function exchangeLosses(
  record: CodecRecord,
  parts: ReadonlySet<RecordPart>,
  fields: ReadonlySet<string>,
): readonly Loss[] {
  const { messages } = record;
  const cleaned = cleanRecord(record);
  const asked = messages.findLastIndex((message) => message.role === 'user');
  return distinctLosses([
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...shapeLosses(record),
    ...fieldLosses(record, { format: FORMAT, fields, names: false, weights: false }),
    ...messages.flatMap((message, index): readonly Loss[] => {
      if (message.role === 'system' && !parts.has('system')) return [dropped(`messages/${index}`, FORMAT)];
      if (index === asked && !parts.has('question')) return [dropped(`messages/${index}`, FORMAT)];
      return index === asked && !parts.has('context') ? mergedContext(message, index) : [];
    }),
    ...cleaned.losses,
  ]);
}

/** A schema of question and answer holds one exchange; cutting a conversation down to it would change its meaning. */
function shapeLosses({ messages }: CodecRecord): readonly Loss[] {
  const roles = messages.map((message) => message.role).join(' ');
  const isExchange = roles === 'user assistant' || roles === 'system user assistant';
  const hasCalls = (lastTurn(messages, 'assistant')?.toolCalls ?? []).length > 0;
  if (isExchange && !hasCalls) return [];
  const reason = 'The schema holds one question and one answer, not a conversation or tool calls.';
  return [{ field: 'messages', kind: 'blocked', reason }];
}

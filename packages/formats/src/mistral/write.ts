import type { CodecRecord, Loss, Message, ToolDefinition } from '@dsgen/core';
import { distinctLosses, dropped, refuseBlocked } from '../conversation/losses.ts';
import { completeTools, mapCalls, mapMessages, nineCharacterId } from '../conversation/openai-rows.ts';
import { own, type JsonObject } from '../conversation/row-reader.ts';
import { openAiLosses, writeOpenAi } from '../openai/write.ts';

const FORMAT = 'Mistral';

/** What a Mistral row cannot hold of the record. */
export function mistralLosses(record: CodecRecord): readonly Loss[] {
  const { messages } = record;
  const systems = messages.filter((message) => message.role === 'system').length;
  return distinctLosses([
    ...(systems > 1 ? [blocked('Mistral takes one system message.')] : []),
    ...(messages.at(-1)?.role === 'assistant' ? [] : [blocked('The last message is not of the assistant.')]),
    ...openAiLosses(record),
    ...messages.flatMap(nameAndIdLosses),
    ...(record.tools ?? []).flatMap(fillerLosses),
  ]);
}

/** The Mistral row of a record. */
export function writeMistral(record: CodecRecord): JsonObject {
  refuseBlocked('mistral', mistralLosses(record));
  return mistralRow(writeOpenAi({ ...record, messages: record.messages.map(withoutName) }));
}

/** An OpenAI row as Mistral wants it. */
export function mistralRow(row: JsonObject): JsonObject {
  return mapMessages(completeTools(row), withShortIds);
}

function withShortIds(message: JsonObject): JsonObject {
  const answered = own(message, 'tool_call_id');
  const answer = typeof answered === 'string' ? { ...message, tool_call_id: nineCharacterId(answered) } : message;
  return mapCalls(answer, (call) => ({ ...call, id: nineCharacterId(String(own(call, 'id'))) }));
}

function withoutName(message: Message): Message {
  if (!('name' in message)) return message;
  const { name: _, ...others } = message;
  return others;
}

function nameAndIdLosses(message: Message, index: number): readonly Loss[] {
  const losses: Loss[] = [];
  if ('name' in message && message.name !== undefined) losses.push(dropped(`messages/${index}/name`, FORMAT));
  if (message.role === 'tool' && nineCharacterId(message.toolCallId) !== message.toolCallId) {
    losses.push(dropped(`messages/${index}/toolCallId`, FORMAT));
  }
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  for (const [position, { id }] of calls.entries()) {
    if (nineCharacterId(id) !== id) losses.push(dropped(`messages/${index}/toolCalls/${position}/id`, FORMAT));
  }
  return losses;
}

/** What stands for "none" in every row cannot stand for itself. */
function fillerLosses({ description, parameters }: ToolDefinition, index: number): readonly Loss[] {
  const isFiller = parameters !== undefined && Object.keys(parameters).length === 0;
  return [
    ...(description === '' ? [dropped(`tools/${index}/description`, FORMAT)] : []),
    ...(isFiller ? [dropped(`tools/${index}/parameters`, FORMAT)] : []),
  ];
}

function blocked(reason: string): Loss {
  return { field: 'messages', kind: 'blocked', reason };
}

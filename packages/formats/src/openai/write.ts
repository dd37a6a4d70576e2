import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { cleanRecord } from '../conversation/clean-record.ts';
import {
  blockedBy,
  distinctLosses,
  fieldLosses,
  mergedContext,
  refuseBlocked,
  userText,
} from '../conversation/losses.ts';
import { toolObject } from '../conversation/tool-shapes.ts';
import { blankTurns } from '../conversation/turn-order.ts';
import { badToolNames, looseCalls } from './rules.ts';

export interface OpenAiRow extends Readonly<Record<string, unknown>> {
  readonly messages: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly tools?: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const held = { format: 'OpenAI chat', fields: new Set(['tools']), names: true, weights: true };

/** What an OpenAI chat row cannot hold of the record. */
export function openAiLosses(record: CodecRecord): readonly Loss[] {
  const cleaned = cleanRecord(record);
  const badNames = badToolNames(cleaned.record);
  return distinctLosses([
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...blockedBy(looseCalls(record.messages)),
    ...badNames.map(({ field, message }): Loss => ({ field, kind: 'blocked', reason: message })),
    ...fieldLosses(record, held),
    ...record.messages.flatMap(mergedContext),
    ...cleaned.losses,
  ]);
}

/** The OpenAI chat row of a record. `content` is always text, also beside tool calls: some loaders stop at null. */
export function writeOpenAi(record: CodecRecord): OpenAiRow {
  refuseBlocked('openai', openAiLosses(record));
  const { messages, tools = [] } = cleanRecord(record).record;
  return {
    messages: messages.map(writeMessage),
    ...(tools.length > 0 && { tools: tools.map((tool) => ({ type: 'function', function: toolObject(tool) })) }),
  };
}

function writeMessage(message: Message): Readonly<Record<string, unknown>> {
  const { role, content } = message;
  if (role === 'system') return { role, content };
  if (role === 'tool') return { role, tool_call_id: message.toolCallId, content };
  const named = message.name === undefined ? {} : { name: message.name };
  if (role === 'user') return { role, content: userText(message), ...named };
  const calls = (message.toolCalls ?? []).map((call) => ({
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }));
  return {
    role,
    content,
    ...named,
    ...(calls.length > 0 && { tool_calls: calls }),
    ...(message.weight !== undefined && { weight: message.weight }),
  };
}

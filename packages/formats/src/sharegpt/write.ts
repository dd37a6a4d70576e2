import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { cleanRecord } from '../conversation/clean-record.ts';
import {
  blockedBy,
  distinctLosses,
  dropped,
  fieldLosses,
  mergedContext,
  refuseBlocked,
  userText,
} from '../conversation/losses.ts';
import { toolObject } from '../conversation/tool-shapes.ts';
import { blankTurns, misplacedTurns } from '../conversation/turn-order.ts';
import { callId } from './read.ts';

export interface ShareGptTurn {
  readonly from: 'system' | 'human' | 'gpt' | 'function_call' | 'observation';
  readonly value: string;
}

export interface ShareGptRow extends Readonly<Record<string, unknown>> {
  readonly conversations: readonly ShareGptTurn[];
  readonly tools?: string;
}

const held = { format: 'ShareGPT', fields: new Set(['tools']), names: false, weights: false };

/** What a ShareGPT row cannot hold of the record. */
export function shareGptLosses(record: CodecRecord): readonly Loss[] {
  const cleaned = cleanRecord(record);
  return distinctLosses([
    ...blockedBy(misplacedTurns(record.messages)),
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...unansweredCalls(record.messages),
    ...fieldLosses(record, held),
    ...record.messages.flatMap(mergedContext),
    ...callLosses(record.messages),
    ...cleaned.losses,
  ]);
}

/** The ShareGPT row of a record; several tool answers in a row become one observation. */
export function writeShareGpt(record: CodecRecord): ShareGptRow {
  refuseBlocked('sharegpt', shareGptLosses(record));
  const { messages, tools = [] } = cleanRecord(record).record;
  const conversations: ShareGptTurn[] = [];
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    if (message === undefined) continue;
    if (message.role === 'tool') {
      const answers = toolRun(messages, index);
      conversations.push({ from: 'observation', value: observation(answers) });
      index += answers.length - 1;
    } else {
      conversations.push(plainTurn(message));
    }
  }
  return { conversations, ...(tools.length > 0 && { tools: JSON.stringify(tools.map(toolObject)) }) };
}

function plainTurn(message: Exclude<Message, { readonly role: 'tool' }>): ShareGptTurn {
  if (message.role === 'system') return { from: 'system', value: message.content };
  if (message.role === 'user') return { from: 'human', value: userText(message) };
  const calls = (message.toolCalls ?? []).map((call) => ({ name: call.name, arguments: call.arguments }));
  if (calls.length === 0) return { from: 'gpt', value: message.content };
  return { from: 'function_call', value: JSON.stringify(calls.length === 1 ? calls[0] : calls) };
}

function toolRun(messages: readonly Message[], start: number): readonly string[] {
  const rest = messages.slice(start);
  const end = rest.findIndex((message) => message.role !== 'tool');
  return (end === -1 ? rest : rest.slice(0, end)).map((message) => message.content);
}

function observation(answers: readonly string[]): string {
  return answers.length === 1 ? (answers[0] ?? '') : JSON.stringify(answers);
}

/** Two calls of one turn with one id could not be told apart by their answers. */
function unansweredCalls(messages: readonly Message[]): readonly Loss[] {
  return messages.flatMap((message, index): readonly Loss[] => {
    const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
    const isDouble = new Set(calls.map((call) => call.id)).size < calls.length;
    const reason = 'Two calls of one turn share an id.';
    return isDouble ? [{ field: `messages/${index}/toolCalls`, kind: 'blocked', reason }] : [];
  });
}

function callLosses(messages: readonly Message[]): readonly Loss[] {
  const losses: Loss[] = [];
  const renamed = new Set<string>();
  let count = 0;
  for (const [index, message] of messages.entries()) {
    if (message.role === 'tool' && renamed.has(message.toolCallId)) {
      losses.push(dropped(`messages/${index}/toolCallId`, held.format));
    }
    if (message.role !== 'assistant' || (message.toolCalls ?? []).length === 0) continue;
    if (message.content !== '') {
      const reason = 'A function_call turn holds only the call.';
      losses.push({ field: `messages/${index}/content`, kind: 'dropped', reason });
    }
    renamed.clear();
    for (const [position, call] of (message.toolCalls ?? []).entries()) {
      count += 1;
      if (call.id === callId(count)) continue;
      renamed.add(call.id);
      losses.push(dropped(`messages/${index}/toolCalls/${position}/id`, held.format));
    }
  }
  return losses;
}

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
import { blankTurns, misplacedTurns } from '../conversation/turn-order.ts';

export interface AlpacaRow extends Readonly<Record<string, unknown>> {
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
  readonly system?: string;
  readonly history?: ReadonlyArray<readonly [string, string]>;
}

const held = { format: 'Alpaca', fields: new Set<string>(), names: false, weights: false };

/** What an Alpaca row cannot hold of the record. */
export function alpacaLosses(record: CodecRecord): readonly Loss[] {
  const { messages } = record;
  const cleaned = cleanRecord(record);
  const asked = lastUserIndex(messages);
  return distinctLosses([
    ...blockedBy(misplacedTurns(messages)),
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...messages.flatMap(toolLosses),
    ...fieldLosses(record, held),
    ...messages.flatMap((message, index) => (index === asked ? [] : mergedContext(message, index))),
    ...cleaned.losses,
  ]);
}

/** The Alpaca row of a record: the last exchange, with the earlier ones as history. */
export function writeAlpaca(record: CodecRecord): AlpacaRow {
  refuseBlocked('alpaca', alpacaLosses(record));
  const { messages } = cleanRecord(record).record;
  const system = messages[0]?.role === 'system' ? messages[0].content : undefined;
  const turns = system === undefined ? messages : messages.slice(1);
  const asked = turns.at(-2);
  const history = historyPairs(turns.slice(0, -2));
  return {
    instruction: asked?.content ?? '',
    input: asked?.role === 'user' ? (asked.context ?? '') : '',
    output: turns.at(-1)?.content ?? '',
    ...(system !== undefined && { system }),
    ...(history.length > 0 && { history }),
  };
}

function historyPairs(turns: readonly Message[]): ReadonlyArray<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  for (let index = 0; index + 1 < turns.length; index += 2) {
    pairs.push([turnText(turns[index]), turnText(turns[index + 1])]);
  }
  return pairs;
}

function turnText(message: Message | undefined): string {
  if (message === undefined) return '';
  return message.role === 'user' ? userText(message) : message.content;
}

function lastUserIndex(messages: readonly Message[]): number {
  return messages.findLastIndex((message) => message.role === 'user');
}

function toolLosses(message: Message, index: number): readonly Loss[] {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  if (message.role !== 'tool' && calls.length === 0) return [];
  return [{ field: `messages/${index}`, kind: 'blocked', reason: 'Alpaca has no tool calls.' }];
}

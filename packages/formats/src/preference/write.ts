import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { cleanRecord } from '../conversation/clean-record.ts';
import { distinctLosses, dropped } from '../conversation/losses.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import { textChatLosses, toTextChat } from '../conversation/text-chat.ts';
import type { PreferenceShape } from './shape.ts';
import { writeTurn, writeTurns } from './turns.ts';

/** What a row of a shape cannot hold of the record. */
export function preferenceLosses(record: CodecRecord, { title }: PreferenceShape): readonly Loss[] {
  const { messages, rejected = [], ...others } = record;
  const whole = textChatLosses({ ...others, messages }, title);
  const cleaned = cleanRecord({ messages: [], rejected });
  return distinctLosses([
    ...pairLosses(cleanRecord(record).record),
    ...whole,
    ...rejected.flatMap((message, index) => answerLosses(message, index, title)),
    ...cleaned.losses,
  ]);
}

/** The row of a record: its messages without the last are the prompt, the last is the chosen answer. */
export function writePreference(record: CodecRecord, shape: PreferenceShape): JsonObject {
  const { system, turns } = toTextChat(record, { codec: shape.name, losses: preferenceLosses(record, shape) });
  const { rejected = [] } = cleanRecord(record).record;
  const prompt = writeTurns({ turns: turns.slice(0, -1), ...(system !== undefined && { system }) }, shape.keys);
  const [column, inner] = shape.prompt;
  return {
    [column]: inner === undefined ? prompt : { [inner]: prompt },
    [shape.chosen]: answer(turns.at(-1)?.text ?? '', shape),
    [shape.rejected]: answer(rejected[0]?.content ?? '', shape),
  };
}

function answer(text: string, { answer: form, keys }: PreferenceShape): unknown {
  const turn = writeTurn('assistant', text, keys);
  return form === 'list' ? [turn] : turn;
}

function pairLosses({ messages, rejected = [] }: CodecRecord): readonly Loss[] {
  const [other] = rejected;
  if (other === undefined) return [blocked('The record has no rejected answer.')];
  if (rejected.length > 1 || other.role !== 'assistant')
    return [blocked('One answer of the assistant can be rejected.')];
  if (other.content.trim() === '') return [blocked('The rejected answer is empty.')];
  if (other.content === messages.at(-1)?.content) return [blocked('Both answers are the same.')];
  return (other.toolCalls ?? []).length > 0 ? [blocked('Preferences hold no tool calls.')] : [];
}

function answerLosses(message: Message, index: number, format: string): readonly Loss[] {
  if (message.role !== 'assistant') return [];
  return [
    ...(message.name === undefined ? [] : [dropped(`rejected/${index}/name`, format)]),
    ...(message.weight === 0 ? [dropped(`rejected/${index}/weight`, format)] : []),
  ];
}

function blocked(reason: string): Loss {
  return { field: 'rejected', kind: 'blocked', reason };
}

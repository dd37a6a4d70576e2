import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { distinctLosses } from '../conversation/losses.ts';
import type { JsonObject } from '../conversation/row-reader.ts';
import { textChatLosses, toTextChat } from '../conversation/text-chat.ts';
import { preferenceShapes } from '../preference/shape.ts';
import { writeTurn, writeTurns } from '../preference/turns.ts';

const { keys } = preferenceShapes.trl;

/** What an unpaired row cannot hold of the record. */
export function ktoLosses(record: CodecRecord): readonly Loss[] {
  const { messages, rejected = [], ...others } = record;
  if (rejected.length === 0) return textChatLosses({ ...others, messages }, 'KTO');
  if (rejected.length > 1 || messages.at(-1)?.role === 'assistant') {
    const reason = 'A row holds one answer: write a pair as two records, or as a preference.';
    return [{ field: 'rejected', kind: 'blocked', reason }];
  }
  const losses = textChatLosses({ ...others, messages: [...messages, ...rejected] }, 'KTO');
  return distinctLosses(losses.map((loss) => ({ ...loss, field: fieldOf(loss.field, messages) })));
}

/** The row of a record; an answer that is rejected has the label false. */
export function writeKto(record: CodecRecord): JsonObject {
  const { messages, rejected = [] } = record;
  const whole = { ...record, messages: [...messages, ...rejected] };
  const { system, turns } = toTextChat(whole, { codec: 'kto', losses: ktoLosses(record) });
  return {
    prompt: writeTurns({ turns: turns.slice(0, -1), ...(system !== undefined && { system }) }, keys),
    completion: [writeTurn('assistant', turns.at(-1)?.text ?? '', keys)],
    label: rejected.length === 0,
  };
}

/** Losses of the appended answer belong to `rejected`. */
function fieldOf(field: string, messages: readonly Message[]): string {
  const prefix = `messages/${messages.length}`;
  return field === prefix || field.startsWith(`${prefix}/`) ? field.replace(prefix, 'rejected/0') : field;
}

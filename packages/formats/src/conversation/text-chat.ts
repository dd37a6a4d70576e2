import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { cleanRecord } from './clean-record.ts';
import { blockedBy, distinctLosses, fieldLosses, mergedContext, refuseBlocked, userText } from './losses.ts';
import { own, type JsonObject, type RowReader } from './row-reader.ts';
import { blankTurns, misplacedTurns } from './turn-order.ts';

/** A conversation of plain text: what formats without tools, names and weights hold. */
export interface TextChat {
  readonly system?: string;
  readonly turns: ReadonlyArray<{ readonly role: 'user' | 'assistant'; readonly text: string }>;
}

/** What a format of plain text turns cannot hold of the record. `format` is its name as people write it. */
export function textChatLosses(record: CodecRecord, format: string): readonly Loss[] {
  const cleaned = cleanRecord(record);
  return distinctLosses([
    ...blockedBy(misplacedTurns(record.messages)),
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...record.messages.flatMap((message, index) => toolLosses(message, index, format)),
    ...fieldLosses(record, { format, fields: new Set(), names: false, weights: false }),
    ...record.messages.flatMap(mergedContext),
    ...cleaned.losses,
  ]);
}

export interface ToTextChatOptions {
  /** Name of the codec, for the error. */
  readonly codec: string;
  readonly losses: readonly Loss[];
}

/** @throws InputError `record-not-representable`. */
export function toTextChat(record: CodecRecord, { codec, losses }: ToTextChatOptions): TextChat {
  refuseBlocked(codec, losses);
  const { messages } = cleanRecord(record).record;
  const [first] = messages;
  const turns = messages.flatMap((message): TextChat['turns'] => {
    if (message.role === 'user') return [{ role: 'user', text: userText(message) }];
    return message.role === 'assistant' ? [{ role: 'assistant', text: message.content }] : [];
  });
  return { turns, ...(first?.role === 'system' && { system: first.content }) };
}

/** Messages of the turns, checked for order; `pointer` is where the row holds the turns. */
export function fromTextChat(chat: TextChat, pointer: string, reader: RowReader): readonly Message[] {
  const system = chat.system ?? '';
  const messages: readonly Message[] = [
    ...(system.trim() === '' ? [] : [{ role: 'system', content: system } as const]),
    ...chat.turns.map(({ role, text }): Message => ({ role, content: text })),
  ];
  if (reader.hasIssues) return messages;
  const offset = messages.length - chat.turns.length;
  for (const { index, code, message } of [...misplacedTurns(messages), ...blankTurns(messages)]) {
    reader.fail(code, `${pointer}/${Math.max(index - offset, 0)}`, message);
  }
  return messages;
}

/** The text of a list of `{text}` parts, as Bedrock and Vertex write it. Parts of another kind cannot be read. */
export function readTextParts(value: unknown, pointer: string, reader: RowReader): string {
  const parts = reader.list(value, pointer) ?? [];
  const texts = parts.map((part, index) => readTextPart(part, `${pointer}/${index}`, reader));
  if (texts.length > 1) reader.note('content-parts', pointer, 'Several parts are read as one text.');
  const text = texts.join('');
  if (text.trim() === '' && !reader.hasIssues) reader.fail('empty-text', pointer, `The text at ${pointer} is empty.`);
  return text;
}

const partKeys: ReadonlySet<string> = new Set(['text']);

function readTextPart(value: unknown, pointer: string, reader: RowReader): string {
  const part = reader.object(value, pointer);
  if (part === undefined) return '';
  const kind = Object.keys(part).find((key) => key !== 'text');
  if (kind !== undefined && own(part, 'text') === undefined) {
    reader.fail('unsupported-part', pointer, `A part with ${JSON.stringify(kind)} cannot be read; only text can.`);
    return '';
  }
  reader.noteUnknown(part, pointer, partKeys);
  return reader.string(own(part, 'text'), `${pointer}/text`) ?? '';
}

export interface ReadTurnOptions {
  /** Key of the parts: `content`, `parts`. */
  readonly partsKey: string;
  /** What the format calls the assistant. */
  readonly assistant: string;
}

/** One turn of `{role, <parts>}`. */
export function readPartTurn(
  value: unknown,
  pointer: string,
  reader: RowReader,
  { partsKey, assistant }: ReadTurnOptions,
): TextChat['turns'] {
  const turn = reader.object(value, pointer);
  if (turn === undefined) return [];
  reader.noteUnknown(turn, pointer, new Set(['role', partsKey]));
  const role = readRole(turn, pointer, reader, assistant);
  const text = readTextParts(own(turn, partsKey), `${pointer}/${partsKey}`, reader);
  return role === undefined ? [] : [{ role, text }];
}

function readRole(
  turn: JsonObject,
  pointer: string,
  reader: RowReader,
  assistant: string,
): 'user' | 'assistant' | undefined {
  const role = reader.string(own(turn, 'role'), `${pointer}/role`);
  if (role === 'user') return 'user';
  if (role === assistant) return 'assistant';
  if (role !== undefined) {
    reader.fail('unknown-role', `${pointer}/role`, `${JSON.stringify(role)} is no role; use user or ${assistant}.`);
  }
  return undefined;
}

function toolLosses(message: Message, index: number, format: string): readonly Loss[] {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  if (message.role !== 'tool' && calls.length === 0) return [];
  return [{ field: `messages/${index}`, kind: 'blocked', reason: `${format} has no tool calls.` }];
}

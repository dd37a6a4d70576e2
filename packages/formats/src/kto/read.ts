import type { DecodeResult } from '@dsgen/core';
import { own, RowReader } from '../conversation/row-reader.ts';
import { fromTextChat, type TextChat } from '../conversation/text-chat.ts';
import { preferenceShapes } from '../preference/shape.ts';
import { readTurn, readTurns } from '../preference/turns.ts';
import { ktoSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(ktoSchema.properties));
const { keys } = preferenceShapes.trl;

/** Reads one row: a wanted completion ends the record's messages, an unwanted one is its `rejected`. */
export function readKto(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const prompt = readTurns(own(object, 'prompt'), '/prompt', reader, keys);
  const list = reader.list(own(object, 'completion'), '/completion') ?? [];
  if (list.length !== 1) reader.fail('wrong-type', '/completion', '"completion" must hold exactly one turn.');
  const completion = readTurn(list[0], '/completion/0', reader, keys);
  if (completion.role !== undefined && completion.role !== 'assistant') {
    reader.fail('bad-order', '/completion/0', 'The completion is no answer of the assistant.');
  }
  const label = own(object, 'label');
  if (typeof label !== 'boolean') reader.fail('wrong-type', '/label', '"label" must be true or false.');
  reader.noteUnknown(object, '', columns);
  const chat: TextChat = { ...prompt, turns: [...prompt.turns, { role: 'assistant', text: completion.text }] };
  const messages = fromTextChat(chat, '/prompt', reader);
  if (label === true) return reader.result({ messages });
  return reader.result({ messages: messages.slice(0, -1), rejected: messages.slice(-1) });
}

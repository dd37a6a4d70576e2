import type { DecodeResult } from '@dsgen/core';
import { own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { fromTextChat, type TextChat } from '../conversation/text-chat.ts';
import type { PreferenceShape } from './shape.ts';
import { readTurn, readTurns } from './turns.ts';

/** Reads one row of a shape: the chosen answer ends the record's messages, the other is its `rejected`. */
export function readPreference(row: unknown, shape: PreferenceShape): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const prompt = readPrompt(object, shape, reader);
  const chosen = readAnswer(object, shape.chosen, shape, reader);
  const rejected = readAnswer(object, shape.rejected, shape, reader);
  reader.noteUnknown(object, '', new Set([shape.prompt[0], shape.chosen, shape.rejected]));
  const chat: TextChat = { ...prompt, turns: [...prompt.turns, { role: 'assistant', text: chosen }] };
  const messages = fromTextChat(chat, `/${shape.prompt.join('/')}`, reader);
  if (!reader.hasIssues && rejected.trim() === '') {
    reader.fail('empty-text', `/${shape.rejected}`, 'The rejected answer is empty.');
  }
  if (!reader.hasIssues && chosen === rejected) {
    reader.fail('same-answers', `/${shape.rejected}`, 'Both answers are the same, so there is nothing to prefer.');
  }
  return reader.result({ messages, rejected: [{ role: 'assistant', content: rejected }] });
}

function readPrompt(row: JsonObject, { prompt, keys }: PreferenceShape, reader: RowReader): TextChat {
  const [column, inner] = prompt;
  if (inner === undefined) return readTurns(own(row, column), `/${column}`, reader, keys);
  const holder = reader.object(own(row, column), `/${column}`);
  if (holder === undefined) return { turns: [] };
  reader.noteUnknown(holder, `/${column}`, new Set([inner]));
  return readTurns(own(holder, inner), `/${column}/${inner}`, reader, keys);
}

function readAnswer(row: JsonObject, column: string, { answer, keys }: PreferenceShape, reader: RowReader): string {
  const value = own(row, column);
  const pointer = `/${column}`;
  const isList = Array.isArray(value);
  if (isList && value.length !== 1) {
    reader.fail('wrong-type', pointer, `"${column}" has ${value.length} turns; exactly one is needed.`);
    return '';
  }
  if (isList !== (answer === 'list') && (isList || typeof value === 'object')) {
    const wanted = answer === 'list' ? 'a list of one turn' : 'one turn, not a list';
    reader.note('answer-shape', pointer, `"${column}" should be ${wanted}; it is read all the same.`);
  }
  const turn: unknown = isList ? value[0] : value;
  const read = readTurn(turn, isList ? `${pointer}/0` : pointer, reader, keys);
  if (read.role !== undefined && read.role !== 'assistant') {
    reader.fail('bad-order', pointer, `"${column}" is no answer of the assistant.`);
  }
  return read.text;
}

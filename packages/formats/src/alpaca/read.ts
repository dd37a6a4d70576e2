import type { DecodeResult, Message } from '@dsgen/core';
import { own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { alpacaSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(alpacaSchema.properties));

/** Reads one Alpaca row. A missing `input` is read as an empty one: many public files leave it out. */
export function readAlpaca(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const system = reader.optionalString(own(object, 'system'), '/system') ?? '';
  const messages: Message[] = system.trim() === '' ? [] : [{ role: 'system', content: system }];
  messages.push(...readHistory(object, reader), ...readExchange(object, reader));
  reader.noteUnknown(object, '', columns);
  return reader.result({ messages });
}

function readExchange(object: JsonObject, reader: RowReader): readonly Message[] {
  const content = reader.string(own(object, 'instruction'), '/instruction') ?? '';
  const context = reader.optionalString(own(object, 'input'), '/input') ?? '';
  if (!Object.hasOwn(object, 'input')) {
    reader.note('missing-input', '', '"input" is missing; some trainers stop at such a row, so write it as "".');
  }
  const answer = reader.string(own(object, 'output'), '/output');
  if (!reader.hasIssues && content.trim() === '' && context.trim() === '') {
    reader.fail('empty-text', '/instruction', 'Both "instruction" and "input" are empty; there is nothing to answer.');
  }
  if (answer?.trim() === '') reader.fail('empty-text', '/output', '"output" is empty; there is nothing to learn.');
  return [
    { role: 'user', content, ...(context !== '' && { context }) },
    { role: 'assistant', content: answer ?? '' },
  ];
}

function readHistory(object: JsonObject, reader: RowReader): readonly Message[] {
  const pairs = reader.optionalList(own(object, 'history'), '/history') ?? [];
  return pairs.flatMap((pair, index) => readPair(pair, `/history/${index}`, reader));
}

function readPair(pair: unknown, pointer: string, reader: RowReader): readonly Message[] {
  const texts = reader.list(pair, pointer) ?? [];
  if (texts.length !== 2) {
    const message = `${pointer} has ${texts.length} texts; a pair of question and answer is needed.`;
    reader.fail('wrong-type', pointer, message);
    return [];
  }
  const [question, answer] = texts.map((text, index) => readHistoryText(text, `${pointer}/${index}`, reader));
  return [
    { role: 'user', content: question ?? '' },
    { role: 'assistant', content: answer ?? '' },
  ];
}

function readHistoryText(value: unknown, pointer: string, reader: RowReader): string | undefined {
  const text = reader.string(value, pointer);
  if (text?.trim() === '') reader.fail('empty-text', pointer, `The text at ${pointer} is empty.`);
  return text;
}

import type { DecodeResult } from '@dsgen/core';
import { own, RowReader, type JsonObject } from '../conversation/row-reader.ts';
import { promptCompletionSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(promptCompletionSchema.properties));

/** Reads one row of prompt and completion, both plain text. */
export function readPromptCompletion(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const prompt = readText(object, 'prompt', reader);
  const completion = readText(object, 'completion', reader);
  reader.noteUnknown(object, '', columns);
  return reader.result({
    messages: [
      { role: 'user', content: prompt },
      { role: 'assistant', content: completion },
    ],
  });
}

function readText(row: JsonObject, column: string, reader: RowReader): string {
  const text = reader.string(own(row, column), `/${column}`);
  if (text?.trim() === '') reader.fail('empty-text', `/${column}`, `"${column}" is empty.`);
  return text ?? '';
}

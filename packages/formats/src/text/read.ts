import type { DecodeResult } from '@dsgen/core';
import { own, RowReader } from '../conversation/row-reader.ts';
import { textSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(textSchema.properties));

/**
 * Reads one row of text as an answer without a question, which is how it is trained. A conversation that a template
 * rendered does not come back: where its turns began is not kept.
 */
export function readText(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const text = reader.string(own(object, 'text'), '/text');
  if (text?.trim() === '') reader.fail('empty-text', '/text', '"text" is empty.');
  reader.noteUnknown(object, '', columns);
  return reader.result({ messages: [{ role: 'assistant', content: text ?? '' }] });
}

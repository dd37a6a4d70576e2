import { DIFFICULTIES } from '@dsgen/core';
import type { JsonSchema } from '../../model/model-client.ts';

/** An object whose properties are all there and no others: the only kind that every provider enforces. */
export function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function text(description: string): JsonSchema {
  return { type: 'string', description };
}

export function integerFrom(minimum: number, maximum: number): JsonSchema {
  return { type: 'integer', minimum, maximum };
}

export const LEVEL: JsonSchema = { type: 'string', enum: DIFFICULTIES };

/** An answer in sentences, each with the numbers of the source sentences that say so. */
export const CITED_SENTENCES: JsonSchema = listOf(
  objectOf({
    text: text('One sentence of the answer.'),
    cites: { type: 'array', items: { type: 'integer' }, description: 'Numbers of the source sentences that say so.' },
  }),
);

/** What most prompts answer: a list of items. */
export function itemsOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return objectOf({ items: listOf(objectOf(properties)) });
}

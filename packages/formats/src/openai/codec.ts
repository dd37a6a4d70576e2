import type { Codec } from '@dsgen/core';
import { readOpenAi } from './read.ts';
import { openAiSchema } from './schema.ts';
import { openAiLosses, writeOpenAi } from './write.ts';

/** OpenAI's chat fine-tuning rows: messages with tool calls, names and weights. */
export const openAiCodec: Codec = {
  specificationVersion: 1,
  name: 'openai',
  schema: openAiSchema,
  encode: writeOpenAi,
  decode: readOpenAi,
  losses: openAiLosses,
};

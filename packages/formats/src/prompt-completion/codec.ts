import type { Codec } from '@dsgen/core';
import { readPromptCompletion } from './read.ts';
import { promptCompletionSchema } from './schema.ts';
import { promptCompletionLosses, writePromptCompletion } from './write.ts';

/** One question and one answer as plain text. */
export const promptCompletionCodec: Codec = {
  specificationVersion: 1,
  name: 'prompt-completion',
  schema: promptCompletionSchema,
  encode: writePromptCompletion,
  decode: readPromptCompletion,
  losses: promptCompletionLosses,
};

import type { Codec } from '@dsgen/core';
import { readMistral } from './read.ts';
import { mistralSchema } from './schema.ts';
import { mistralLosses, writeMistral } from './write.ts';

/** Mistral's chat rows. They look like OpenAI's, so a file must be said to be of this format. */
export const mistralCodec: Codec = {
  specificationVersion: 1,
  name: 'mistral',
  schema: mistralSchema,
  encode: writeMistral,
  decode: readMistral,
  losses: mistralLosses,
};

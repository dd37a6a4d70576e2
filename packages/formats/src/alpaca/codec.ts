import type { Codec } from '@dsgen/core';
import { readAlpaca } from './read.ts';
import { alpacaSchema } from './schema.ts';
import { alpacaLosses, writeAlpaca } from './write.ts';

/** Instruction, input and output, with optional system prompt and history. */
export const alpacaCodec: Codec = {
  specificationVersion: 1,
  name: 'alpaca',
  schema: alpacaSchema,
  encode: writeAlpaca,
  decode: readAlpaca,
  losses: alpacaLosses,
};

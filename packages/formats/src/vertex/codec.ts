import type { Codec } from '@dsgen/core';
import { readVertex } from './read.ts';
import { vertexSchema } from './schema.ts';
import { vertexLosses, writeVertex } from './write.ts';

/** Vertex AI's format for tuning Gemini, text only. */
export const vertexCodec: Codec = {
  specificationVersion: 1,
  name: 'vertex',
  schema: vertexSchema,
  encode: writeVertex,
  decode: readVertex,
  losses: vertexLosses,
};

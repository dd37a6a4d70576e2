import type { Codec } from '@dsgen/core';
import { readKto } from './read.ts';
import { ktoSchema } from './schema.ts';
import { ktoLosses, writeKto } from './write.ts';

/** TRL's unpaired preferences: one answer, wanted or not. */
export const ktoCodec: Codec = {
  specificationVersion: 1,
  name: 'kto',
  schema: ktoSchema,
  encode: writeKto,
  decode: readKto,
  losses: ktoLosses,
};

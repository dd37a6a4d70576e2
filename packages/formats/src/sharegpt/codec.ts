import type { Codec } from '@dsgen/core';
import { readShareGpt } from './read.ts';
import { shareGptSchema } from './schema.ts';
import { shareGptLosses, writeShareGpt } from './write.ts';

/** Turns keyed `from` and `value`, with tool calls and observations. */
export const shareGptCodec: Codec = {
  specificationVersion: 1,
  name: 'sharegpt',
  schema: shareGptSchema,
  encode: writeShareGpt,
  decode: readShareGpt,
  losses: shareGptLosses,
};

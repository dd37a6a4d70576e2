import type { Codec } from '@dsgen/core';
import { readBedrock } from './read.ts';
import { bedrockSchema } from './schema.ts';
import { bedrockLosses, writeBedrock } from './write.ts';

/** Amazon Bedrock's conversation format for fine-tuning and distillation, text only. */
export const bedrockCodec: Codec = {
  specificationVersion: 1,
  name: 'bedrock',
  schema: bedrockSchema,
  encode: writeBedrock,
  decode: readBedrock,
  losses: bedrockLosses,
};

import type { Codec } from '@dsgen/core';
import { readPreference } from './read.ts';
import { preferenceSchema } from './schema.ts';
import { preferenceShapes, type PreferenceShape } from './shape.ts';
import { preferenceLosses, writePreference } from './write.ts';

/** Preference pairs, as OpenAI, TRL, axolotl and LLaMA-Factory each want them. */
export const preferenceCodecs = {
  'preference-openai': preferenceCodec(preferenceShapes.openai),
  'preference-trl': preferenceCodec(preferenceShapes.trl),
  'preference-axolotl': preferenceCodec(preferenceShapes.axolotl),
  'preference-llamafactory': preferenceCodec(preferenceShapes.llamafactory),
} as const satisfies Readonly<Record<string, Codec>>;

function preferenceCodec(shape: PreferenceShape): Codec {
  return {
    specificationVersion: 1,
    name: shape.name,
    schema: preferenceSchema(shape),
    encode: (record) => writePreference(record, shape),
    decode: (row) => readPreference(row, shape),
    losses: (record) => preferenceLosses(record, shape),
  };
}

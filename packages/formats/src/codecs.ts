import type { Codec } from '@dsgen/core';
import { alpacaCodec } from './alpaca/codec.ts';
import { bedrockCodec } from './bedrock/codec.ts';
import { ktoCodec } from './kto/codec.ts';
import { mistralCodec } from './mistral/codec.ts';
import { openAiCodec } from './openai/codec.ts';
import { preferenceCodecs } from './preference/codec.ts';
import { promptCompletionCodec } from './prompt-completion/codec.ts';
import { shareGptCodec } from './sharegpt/codec.ts';
import { textCodec } from './text/codec.ts';
import { vertexCodec } from './vertex/codec.ts';

/** The built-in codecs by name. */
export const codecs = {
  alpaca: alpacaCodec,
  sharegpt: shareGptCodec,
  openai: openAiCodec,
  'prompt-completion': promptCompletionCodec,
  bedrock: bedrockCodec,
  mistral: mistralCodec,
  vertex: vertexCodec,
  ...preferenceCodecs,
  kto: ktoCodec,
  text: textCodec,
} as const satisfies Readonly<Record<string, Codec>>;

export type FormatName = keyof typeof codecs;

export const FORMAT_NAMES = Object.keys(codecs) as readonly FormatName[];

/** Formats that hold a conversation as it is; the others compare answers, so they ask for more than one. */
export const CONVERSATION_FORMAT_NAMES = FORMAT_NAMES.filter(
  (name) => name !== 'kto' && !Object.hasOwn(preferenceCodecs, name),
);

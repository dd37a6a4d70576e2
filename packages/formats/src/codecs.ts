import type { Codec } from '@dsgen/core';
import { alpacaCodec } from './alpaca/codec.ts';
import { openAiCodec } from './openai/codec.ts';
import { shareGptCodec } from './sharegpt/codec.ts';

/** The built-in codecs by name. */
export const codecs = {
  alpaca: alpacaCodec,
  sharegpt: shareGptCodec,
  openai: openAiCodec,
} as const satisfies Readonly<Record<string, Codec>>;

export type FormatName = keyof typeof codecs;

export const FORMAT_NAMES = Object.keys(codecs) as readonly FormatName[];

import type { Codec } from '@dsgen/core';
import type { ChatTemplate } from './chat-template.ts';
import { readText } from './read.ts';
import { textSchema } from './schema.ts';
import { textLosses, writeText } from './write.ts';

/** A codec that renders conversations. */
export interface TextCodec extends Codec {
  readonly template: ChatTemplate;
}

/** Plain text. It holds no conversation: for that it needs a chat template, see {@link createTextCodec}. */
export const textCodec: Codec = {
  specificationVersion: 1,
  name: 'text',
  schema: textSchema,
  encode: (record) => writeText(record),
  decode: readText,
  losses: (record) => textLosses(record),
};

/**
 * A codec that writes conversations as the text a chat template makes of them. Reading a row gives the text as one
 * answer; the turns do not come back.
 *
 * @throws UsageError `chat-template-invalid`.
 * @example
 * ```ts
 * import { createTextCodec } from '@dsgen/formats';
 *
 * const source = '{% for message in messages %}<{{ message.role }}>{{ message.content }}{% endfor %}';
 * const codec = await createTextCodec({ source });
 * const row = codec.encode({ messages: [{ role: 'user', content: 'Why?' }, { role: 'assistant', content: 'So.' }] });
 * console.log(row); // { text: '<user>Why?<assistant>So.' }
 * ```
 */
export async function createTextCodec(template: ChatTemplate): Promise<TextCodec> {
  const { createRenderer } = await import('./render-record.ts');
  const render = createRenderer(template);
  return {
    ...textCodec,
    template,
    encode: (record) => writeText(record, render),
    losses: (record) => textLosses(record, render),
  };
}

import { nearestName, UsageError, type Codec } from '@dsgen/core';
import { codecs, FORMAT_NAMES, type FormatName } from './codecs.ts';
import { createCustomCodec } from './custom/codec.ts';
import type { ChatTemplate } from './text/chat-template.ts';
import { createTextCodec } from './text/codec.ts';
import { isObject } from './conversation/row-reader.ts';

export interface ResolveCodecOptions {
  /** The user's JSON Schema, parsed; then the format's name does not matter. */
  readonly schema?: unknown;
  /** Renders conversations for `text`; other formats have no use for it. */
  readonly chatTemplate?: ChatTemplate;
}

/**
 * The codec of a format, or of a user's schema.
 *
 * @throws UsageError `format-unknown`, or what is wrong with the schema.
 * @example
 * ```ts
 * import { resolveCodec } from '@dsgen/formats';
 *
 * const codec = await resolveCodec('alpaca');
 * console.log(codec.name);
 * ```
 */
export async function resolveCodec(format: string, options: ResolveCodecOptions = {}): Promise<Codec> {
  if (options.schema !== undefined) return createCustomCodec(requireSchema(options.schema, format));
  const name = FORMAT_NAMES.find((known): known is FormatName => known === format);
  if (name === 'text' && options.chatTemplate !== undefined) return createTextCodec(options.chatTemplate);
  if (name !== undefined) return codecs[name];
  const meant = nearestName(format, FORMAT_NAMES);
  throw new UsageError({
    code: 'format-unknown',
    message: `Choosing the format failed: ${JSON.stringify(format)} is not known.`,
    fix: `${meant === undefined ? '' : `Did you mean ${meant}? `}Use ${FORMAT_NAMES.join(', ')}, or give the path of a JSON Schema file.`,
    data: { format, known: FORMAT_NAMES },
  });
}

function requireSchema(schema: unknown, format: string): Readonly<Record<string, unknown>> {
  if (isObject(schema)) return schema;
  throw new UsageError({
    code: 'schema-invalid',
    message: `Reading the schema ${JSON.stringify(format)} failed: it is not a JSON object.`,
    fix: 'Make it a JSON Schema of Draft 2020-12.',
  });
}

import { readFile } from 'node:fs/promises';
import { InputError, UsageError, type Codec, type ExportOptions } from '@dsgen/core';
import { exportCodec, FORMAT_NAMES, resolveCodec } from '@dsgen/engine';
import { readChatTemplate } from './read-chat-template.ts';

export type OpenCodecOptions = Pick<ExportOptions, 'chatTemplate'>;
export type CodecFilesInput = Pick<ExportOptions, 'chatTemplate' | 'format'>;
export type CodecFiles = NonNullable<Parameters<typeof resolveCodec>[1]>;

/**
 * The codec of a format as a recipe names it: one of the known names, or the path of a JSON Schema file.
 *
 * @throws InputError `schema-unreadable`, `chat-template-unreadable`
 * @throws UsageError `format-unknown`, `chat-template-unused`, or what is wrong with the schema or the template
 */
export async function openCodec(format: string, { chatTemplate }: OpenCodecOptions = {}): Promise<Codec> {
  if (chatTemplate !== undefined && format !== 'text') throw templateUnused(format);
  return resolveCodec(
    format,
    await readCodecFiles({ format, ...(chatTemplate === undefined ? {} : { chatTemplate }) }),
  );
}

/** What a codec needs of the files that a recipe names, as JSON: for hosts that cannot see them. */
export async function readCodecFiles({ format, chatTemplate }: CodecFilesInput): Promise<CodecFiles> {
  const isPath = !FORMAT_NAMES.some((name) => name === format) && /[./\\]/u.test(format);
  if (isPath) return { schema: await readSchema(format) };
  return chatTemplate === undefined ? {} : { chatTemplate: await readChatTemplate(chatTemplate) };
}

/** The codec of a recipe's rows, as its consumers take them. */
export async function openExportCodec(options: ExportOptions): Promise<Codec> {
  return exportCodec(await openCodec(options.format, options), options);
}

function templateUnused(format: string): UsageError {
  return new UsageError({
    code: 'chat-template-unused',
    message: `Cannot use a chat template for ${JSON.stringify(format)}: only text is rendered by one`,
    fix: 'Choose the format text, or leave the template out.',
  });
}

async function readSchema(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new InputError({
      code: 'schema-unreadable',
      message: `Cannot read the schema ${JSON.stringify(path)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: `Name a file that holds a JSON Schema, or one of ${FORMAT_NAMES.join(', ')}.`,
      cause,
    });
  }
}

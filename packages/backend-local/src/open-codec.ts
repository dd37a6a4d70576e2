import { readFile } from 'node:fs/promises';
import { InputError, type Codec } from '@dsgen/core';
import { FORMAT_NAMES, resolveCodec } from '@dsgen/engine';

/**
 * The codec of a format as a recipe names it: one of the known names, or the path of a JSON Schema file.
 *
 * @throws InputError `schema-unreadable`
 * @throws UsageError `format-unknown`, or what is wrong with the schema
 */
export async function openCodec(format: string): Promise<Codec> {
  const isPath = !FORMAT_NAMES.some((name) => name === format) && /[./\\]/u.test(format);
  return isPath ? resolveCodec(format, { schema: await readSchema(format) }) : resolveCodec(format);
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

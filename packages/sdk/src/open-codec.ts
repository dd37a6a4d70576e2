import { readFile } from 'node:fs/promises';
import { InputError, type AbortableOptions, type Codec } from '@dsgen/core';
import { FORMAT_NAMES, resolveCodec } from '@dsgen/formats';

/**
 * The codec of a format as a recipe or a command line names it.
 *
 * @param format - `alpaca`, `sharegpt`, `openai`, or the path of a JSON Schema file.
 * @throws UsageError when there is no such format, or the schema asks for what no record has.
 * @throws InputError when the schema file cannot be read.
 *
 * @example
 * ```ts
 * import { openCodec } from '@dsgen/sdk';
 *
 * const codec = await openCodec('openai');
 * console.log(codec.name, codec.schema);
 * ```
 */
export async function openCodec(format: string, options: AbortableOptions = {}): Promise<Codec> {
  const isPath = !FORMAT_NAMES.some((name) => name === format) && /[./\\]/.test(format);
  return isPath ? resolveCodec(format, { schema: await readSchema(format, options) }) : resolveCodec(format);
}

async function readSchema(path: string, { signal }: AbortableOptions): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, { encoding: 'utf8', ...(signal === undefined ? {} : { signal }) }));
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({
      code: 'schema-unreadable',
      message: `Cannot read the schema ${JSON.stringify(path)}: ${reason}`,
      fix: `Name a file that holds a JSON Schema, or one of ${FORMAT_NAMES.join(', ')}.`,
      cause: error,
    });
  }
}

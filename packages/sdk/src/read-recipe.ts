import { readFile } from 'node:fs/promises';
import { parseRecipe } from '@dsgen/backend-local';
import { InputError, type AbortableOptions, type Recipe } from '@dsgen/core';

/**
 * Reads a recipe file, YAML or JSON.
 *
 * @param path - The file, `dsgen.yaml` by custom.
 * @returns The whole recipe, with defaults where the file says nothing.
 * @throws UsageError when a key is unknown or a value cannot be; it names line, path, value and what is allowed.
 * @throws InputError when the file cannot be read.
 */
export async function readRecipe(path: string, options: AbortableOptions = {}): Promise<Recipe> {
  return parseRecipe(await readText(path, options), { name: path });
}

async function readText(path: string, { signal }: AbortableOptions): Promise<string> {
  try {
    return await readFile(path, { encoding: 'utf8', ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError({
      code: 'recipe-unreadable',
      message: `Cannot read the recipe ${JSON.stringify(path)}: ${reasonOf(error)}`,
      fix: 'Check the spelling, or write a recipe with: dsgen init',
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message;
}

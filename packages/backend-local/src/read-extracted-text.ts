import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtractedDocument, Recipe } from '@dsgen/core';
import { coverSensitive, extractKey, type ExtractLimits } from '@dsgen/engine';
import { DEFAULT_LIMITS } from './limits.ts';

export interface ReadExtractedTextOptions {
  readonly documentId: string;
  /** Path within the corpus. */
  readonly path: string;
  readonly recipe: Recipe;
  /** Default: those of a back end without limits of its own. */
  readonly limits?: ExtractLimits;
}

/**
 * The text of a document as an earlier run extracted it, from the files of a store, which need not be open and may be missing.
 * What the recipe masks is covered, so that text around a record shows no more than the record does.
 *
 * @returns Undefined when the store does not have it.
 */
export async function readExtractedText(
  storeFolder: string,
  options: ReadExtractedTextOptions,
): Promise<string | undefined> {
  const key = extractKey({ limits: DEFAULT_LIMITS.extract, ...options });
  try {
    const document = JSON.parse(await readFile(join(storeFolder, 'artefacts', key), 'utf8')) as ExtractedDocument;
    return coverSensitive(document.text, options.recipe.assess.pii);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

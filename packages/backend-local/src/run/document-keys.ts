import { extractKey, processKey } from '@dsgen/engine';
import type { Recipe } from '@dsgen/core';
import type { LocalLimits } from '../limits.ts';

export interface DocumentKeysContext {
  readonly corpusName: string;
  readonly recipe: Recipe;
  readonly limits: LocalLimits;
}

/** Where a document's artefacts are. */
export interface DocumentKeys {
  readonly extract: string;
  readonly process: string;
  /** Why extraction gave nothing. */
  readonly refusal: string;
}

export function documentKeys(
  document: { readonly path: string; readonly documentId: string },
  context: DocumentKeysContext,
): DocumentKeys {
  const { documentId, path } = document;
  const { recipe, corpusName } = context;
  const input = { documentId, path, recipe, limits: context.limits.extract };
  const extract = extractKey(input);
  return {
    extract,
    process: processKey({ ...input, corpus: corpusName }),
    refusal: extract.replace(/^silver\//u, 'quarantine/'),
  };
}

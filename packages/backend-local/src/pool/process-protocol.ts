import type { Recipe } from '@dsgen/core';

/** What the processing thread is asked: one extracted document. */
export interface ProcessRequest {
  /** Absolute path of the extract artefact. */
  readonly extractedFile: string;
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/** `body` is the JSON of the processed document. */
export type ProcessReply =
  | { readonly status: 'processed'; readonly body: Uint8Array<ArrayBuffer> }
  /** The extract artefact is not what was written. */
  | { readonly status: 'damaged' }
  | { readonly status: 'failed'; readonly message: string };

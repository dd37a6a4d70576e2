import type { ExtractOptions, Recipe } from '@dsgen/core';
import type { ExtractLimits } from '@dsgen/engine';
import type { Refusal } from '../state/corpus-entry-table.ts';

/** Reads a document's file and gives its text with structure. */
export interface ExtractRequest {
  readonly kind: 'extract';
  /** Most wall time, in milliseconds. */
  readonly timeoutMs: number;
  /** Absolute path of the file to read. */
  readonly file: string;
  /** Path within the corpus, a hint for the format. */
  readonly path: string;
  readonly documentId: string;
  readonly mediaType: string;
  readonly options: ExtractOptions;
  readonly limits: ExtractLimits;
  readonly ocrDataPath?: string;
  readonly maxOutputBytes: number;
  /** The document took the last process down. Default false. */
  readonly isAfterCrash?: boolean;
}

/** Chunks, analyses, generates and assesses an extracted document. */
export interface ProcessRequest {
  readonly kind: 'process';
  /** Most wall time, in milliseconds. */
  readonly timeoutMs: number;
  /** Absolute path of the extract artefact. */
  readonly extractedFile: string;
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/** What a document process is asked: one step of one document. */
export type DocumentRequest = ExtractRequest | ProcessRequest;

export type DocumentReply =
  /** JSON of the extracted or of the processed document. */
  | { readonly status: 'done'; readonly body: Uint8Array }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  /** The extract artefact is not what was written. */
  | { readonly status: 'damaged' };

/** What a document process says instead of a reply when a part of dsgen itself is missing. */
export interface BrokenInstallation {
  readonly status: 'broken';
  readonly message: string;
}

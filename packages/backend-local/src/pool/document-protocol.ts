import type { ExtractOptions, Recipe } from '@dsgen/core';
import type { ExtractLimits } from '@dsgen/engine';
import type { Refusal } from '../state/corpus-entry-table.ts';

/** Reads a document's file and gives its text with structure. */
export interface ExtractRequest {
  readonly kind: 'extract';
  /** Most wall time, in milliseconds. */
  readonly timeoutMs: number;
  /** Most bytes of JSON it may give. */
  readonly maxOutputBytes: number;
  /** Absolute path of the file to read. */
  readonly file: string;
  /** Path within the corpus, a hint for the format. */
  readonly path: string;
  readonly documentId: string;
  readonly mediaType: string;
  readonly options: ExtractOptions;
  readonly limits: ExtractLimits;
  readonly ocrDataPath?: string;
  /** The document took the last process down. Default false. */
  readonly isAfterCrash?: boolean;
}

/** Chunks, analyses, generates and assesses an extracted document. */
export interface ProcessRequest {
  readonly kind: 'process';
  /** Most wall time, in milliseconds. */
  readonly timeoutMs: number;
  /** Most bytes of JSON it may give. */
  readonly maxOutputBytes: number;
  /** Absolute path of the extract artefact. */
  readonly extractedFile: string;
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/** What a document process is asked: one step of one document. */
export type DocumentRequest = ExtractRequest | ProcessRequest;

/** The open file a document process writes its JSON to. */
export const OUTPUT_DESCRIPTOR = 4;

/** What a document process says once it is done with a request. */
export type DocumentMessage =
  /** As many bytes of JSON are in its output: an extracted or a processed document. */
  | { readonly status: 'done'; readonly bytes: number }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  /** The extract artefact is not what was written. */
  | { readonly status: 'damaged' }
  /** A part of dsgen itself is missing. */
  | { readonly status: 'broken'; readonly message: string };

/** What came of a request. */
export type DocumentReply =
  /** The JSON is in a file, which is the caller's to move or delete. */
  | { readonly status: 'done'; readonly file: string }
  | Extract<DocumentMessage, { readonly status: 'refused' | 'damaged' }>;

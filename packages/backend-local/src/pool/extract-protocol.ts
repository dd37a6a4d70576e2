import type { ExtractOptions } from '@dsgen/core';
import type { ExtractLimits } from '@dsgen/engine';
import type { Refusal } from '../state/corpus-entry-table.ts';

/** What the extraction process is asked: one document. */
export interface ExtractRequest {
  /** Absolute path of the file to read. */
  readonly file: string;
  /** Path within the corpus, a hint for the format. */
  readonly path: string;
  readonly documentId: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly options: ExtractOptions;
  readonly limits: ExtractLimits;
  readonly ocrDataPath?: string;
  readonly maxOutputBytes: number;
  /** The document took the last process down. Default false. */
  readonly isAfterCrash?: boolean;
}

/** `body` is the JSON of the extracted document. */
export type ExtractReply =
  | { readonly status: 'extracted'; readonly body: Uint8Array }
  | { readonly status: 'refused'; readonly refusal: Refusal };

/** What the process says: once that it is ready, then one reply per request. */
export type ExtractMessage = 'ready' | ExtractReply;

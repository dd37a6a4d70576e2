import type { AssessedCandidate } from '../assess/verdict.ts';
import type { ModelCall } from '../write/model-call.ts';
import type { ProcessedSection, WordsSetAside } from './processed-section.ts';

/** All that the streaming pass needs of one document: the artefact of the stages from chunk to assess. */
export interface ProcessedDocument {
  readonly documentId: string;
  readonly title?: string;
  readonly language: string;
  /** SPDX expression that the document states itself. */
  readonly licence?: string;
  readonly pages: number;
  readonly textLength: number;
  readonly chunks: { readonly total: number; readonly used: number };
  /** In document order. */
  readonly sections: readonly ProcessedSection[];
  readonly setAside: WordsSetAside;
  /** MinHash of the document's text, base64; decides which split it takes. */
  readonly signature: string;
  readonly candidates: readonly AssessedCandidate[];
  /** Kinds of personal data and secrets in its text, and how often. */
  readonly sensitive: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Calls of a language model about it, in the order of their material; absent when the recipe names no model. */
  readonly calls?: readonly ModelCall[];
}

import type { DocumentOutcome } from '@dsgen/core';

/** Why a document of a corpus will not be read. */
export type Refusal = Exclude<DocumentOutcome, { readonly state: 'done' }>;

/** Where in the bucket the bytes of a document are: an object of its own, or a range of a pack. */
export interface StoredBytes {
  readonly key: string;
  /** First byte within the object. Absent: the object is the document. */
  readonly offset?: number;
}

/** One document of a corpus, a line of its manifest. */
export interface CorpusItem {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** sha256, lower-case hex; empty when the bytes were not read. */
  readonly documentId: string;
  readonly bytes: number;
  /** Absent when `refusal` says why there are none. */
  readonly stored?: StoredBytes;
  readonly refusal?: Refusal;
}

/** `sealed.json`: what makes a corpus unchangeable. */
export interface SealedCorpus {
  readonly kind: 'dsgen/corpus';
  readonly name: string;
  readonly documents: number;
  readonly bytes: number;
  /** Pages of the manifest; page `n` is at {@link manifestPageKey}. */
  readonly pages: number;
  /** sha256 over the pages' sha256, in order: two corpora with one root hold the same items. */
  readonly rootHash: string;
}

/** Most items of a manifest page. */
export const ITEMS_PER_PAGE = 10_000;

export function manifestPageKey(corpusId: string, page: number): string {
  return `manifests/${corpusId}/page-${String(page).padStart(5, '0')}.jsonl`;
}

export function sealKey(corpusId: string): string {
  return `manifests/${corpusId}/sealed.json`;
}

/** Where the bytes of a document are when it has an object of its own. */
export function documentKey(documentId: string): string {
  return `bronze/documents/${documentId.slice(0, 2)}/${documentId}`;
}

/** Where a pack is, by the sha256 of its bytes. */
export function packKey(sha256: string): string {
  return `bronze/packs/${sha256.slice(0, 2)}/${sha256}`;
}

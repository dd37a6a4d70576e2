import type { ExtractOptions } from '@dsgen/core';

/** One document's bytes as a reader gets them. */
export interface DocumentSource {
  /** Path relative to the corpus root: a hint for the media type, never trusted before the content. */
  readonly path: string;
  readonly documentId: string;
  readonly bytes: Uint8Array;
  /** From the plan: content first, name second. */
  readonly mediaType: string;
}

/** Ceilings for one document; a reader that meets one throws an ExtractError with the matching reason. */
export interface ExtractLimits {
  /** Most characters of extracted text. */
  readonly maxTextLength: number;
  /** Most bytes an archive may inflate to, over all entries. */
  readonly maxInflatedBytes: number;
  /** Most inflated bytes per packed byte, counted once more than 1 MiB came out. */
  readonly maxInflateRatio: number;
  readonly maxArchiveEntries: number;
  /** Most nested elements (XML, HTML) or containers (JSON). */
  readonly maxDepth: number;
  readonly maxPages: number;
}

export interface ExtractContext {
  readonly options: ExtractOptions;
  readonly limits: ExtractLimits;
  /** Folder with `<language>.traineddata` for OCR; undefined when OCR is off or its data is not installed. */
  readonly ocrDataPath?: string;
  /** The last try took the process down: readers then use slower engines that cannot. Default false. */
  readonly isAfterCrash?: boolean;
  readonly signal: AbortSignal;
}

/** Figures: 500 MiB unpacked, 100:1, 10,000 entries, depth 100 are the limits of kreuzberg and Tika (research notes 3.2). */
export const DEFAULT_EXTRACT_LIMITS: ExtractLimits = {
  maxTextLength: 50_000_000,
  maxInflatedBytes: 512 * 1024 * 1024,
  maxInflateRatio: 100,
  maxArchiveEntries: 10_000,
  maxDepth: 256,
  maxPages: 10_000,
};

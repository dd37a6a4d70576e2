import type { TextRange } from '@dsgen/core';

/** A sentence of a content block. */
export interface Sentence extends TextRange {
  /** Index into the document's blocks. */
  readonly block: number;
}

/** A heading and the content blocks directly below it, up to the next heading of any level. */
export interface Section extends TextRange {
  /** Stable within the document: `s0`, `s1`, … */
  readonly id: string;
  /** Place among the document's sections. */
  readonly index: number;
  readonly heading?: string;
  /** Headings above, outermost first, without its own. */
  readonly headingPath: readonly string[];
  readonly level: number;
  /** Indexes of the heading block (absent for text before the first heading) and of its content blocks. */
  readonly headingBlock?: number;
  readonly blocks: readonly number[];
  /** Indexes into `sentences`. */
  readonly sentences: readonly number[];
  readonly language: string;
}

/** What later stages ask of a document beyond its blocks. One analytic per file fills one field. */
export interface DocumentAnalysis {
  readonly sentences: readonly Sentence[];
  readonly sections: readonly Section[];
  /** Document-wide casing: lower-cased word to how often it occurs lower-case and capitalised within sentences. */
  readonly casing: ReadonlyMap<string, { readonly lower: number; readonly upper: number }>;
  /** Acronym to its expansion, where the document gives one. */
  readonly acronyms: ReadonlyMap<string, string>;
}

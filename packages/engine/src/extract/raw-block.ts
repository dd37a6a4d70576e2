import type { BlockRole } from '@dsgen/core';

/** A line break that belongs to the text, as `<br>` does: it survives in paragraphs. */
export const HARD_BREAK = '\u2028';

/**
 * What a reader gives, before cleaning and offsets: inline text may hold Markdown code spans; emphasis, links and
 * images are reduced to their text. `\n` in prose is a line wrap and becomes a space; U+2028 (`HARD_BREAK`) is a line
 * break that is meant. The document builder cleans, renders, numbers and marks.
 */
export type RawBlock = RawBlockBody & {
  /** 1-based page, slide or sheet. */
  readonly page?: number;
  /** A role the reader knows for certain, such as `front-matter` or `navigation`; the builder finds the rest. */
  readonly role?: BlockRole;
};

export type RawBlockBody =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** The title of a note, whose text follows. */
      readonly isLabel?: true;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      /** `ordered` where an item's own list differs from the outermost one. */
      readonly items: ReadonlyArray<{ readonly text: string; readonly depth: number; readonly ordered?: boolean }>;
    }
  | { readonly kind: 'table'; readonly headerRows: number; readonly rows: ReadonlyArray<readonly string[]> }
  | { readonly kind: 'code'; readonly language?: string; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string };

/** All a reader knows of a document. Blocks are in reading order. */
export interface RawDocument {
  readonly title?: string;
  readonly partOf?: string;
  readonly blocks: readonly RawBlock[];
  readonly pageCount?: number;
  readonly unreadPages?: readonly number[];
  readonly ocrPages?: readonly number[];
  readonly warnings?: readonly string[];
  /** BCP 47 language the document declares; used where detection is unsure. */
  readonly declaredLanguage?: string;
}

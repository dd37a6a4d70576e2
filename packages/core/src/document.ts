/** What a block is. Headings carry a level; every other kind carries text of its own. */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'table' | 'code' | 'figure';

/**
 * What a block is for. Generators use `content` only; the other roles stay in the text, so that offsets
 * and pages hold, but never become part of a record.
 */
export type BlockRole =
  | 'content'
  | 'front-matter'
  | 'page-header'
  | 'page-footer'
  | 'navigation'
  | 'cookie-banner'
  | 'table-of-contents'
  | 'references'
  | 'boilerplate';

/** A range of UTF-16 code units in a document's text; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One item of a list block, with its marker left out of the range. */
export interface ListItem extends TextRange {
  /** 0 for the outermost level. */
  readonly depth: number;
}

/** A table's cells by row; `headerRows` counts the leading rows that name the columns. */
export interface TableShape {
  readonly headerRows: number;
  readonly rows: ReadonlyArray<ReadonlyArray<TextRange>>;
}

/**
 * A structural unit of a document. `text.slice(start, end)` is the block in Markdown: list items with markers,
 * tables as pipe tables, code with its fences, headings as bare text (the level is in `level`).
 */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  readonly role: BlockRole;
  /** Texts of the headings above this block, outermost first; a heading's own text is not in its path. */
  readonly headingPath: readonly string[];
  /** 1-based page, slide or sheet where the format has them. */
  readonly page?: number;
  /** Headings only: 1 to 6. */
  readonly level?: number;
  /** Code only: the language as the document names it, lower case. */
  readonly language?: string;
  /** Lists only: whether the items are numbered steps. */
  readonly ordered?: boolean;
  /** Lists only. */
  readonly items?: readonly ListItem[];
  /** Tables only. */
  readonly table?: TableShape;
}

/**
 * A document after extraction: one normalised text (NFC, LF, no control characters) and the blocks that tile it
 * in order. Everything later refers to this text by UTF-16 offsets.
 */
export interface ExtractedDocument {
  /** sha256 of the source bytes, lower-case hex. */
  readonly documentId: string;
  readonly mediaType: string;
  readonly title?: string;
  /** The manual, book or site that the document says it is a page of, as it names it: "Tea 2.1 documentation". */
  readonly partOf?: string;
  /** ISO 639-1, or `und` where the text is too short to tell. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Pages, slides or sheets; absent for formats without them. */
  readonly pageCount?: number;
  /** 1-based pages that carry no text layer and were not read by OCR. */
  readonly unreadPages?: readonly number[];
  /** 1-based pages whose text comes from OCR. */
  readonly ocrPages?: readonly number[];
  /** Things a user should know: "2 of 9 pages have no text layer". */
  readonly warnings: readonly string[];
}

/** Consecutive blocks of one document within the token budget. `start` may lie before the previous chunk's end: that is the overlap. */
export interface Chunk extends TextRange {
  /** `<first 16 hex of documentId>:<index>`. */
  readonly id: string;
  readonly index: number;
  /** Indexes of the first and last block touched, inclusive. */
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly headingPath: readonly string[];
  /** 1-based, when the format has pages. */
  readonly page?: number;
  readonly tokens: number;
  readonly language: string;
}

/** A document of a corpus, before anything is read. */
export interface CorpusDocument {
  /** Path relative to the corpus root, with `/`; the sort key of everything that follows. */
  readonly path: string;
  /** sha256 of the bytes, lower-case hex. */
  readonly documentId: string;
  readonly bytes: number;
}

import type { BlockRole } from '@dsgen/core';
import { HARD_BREAK, type RawBlock, type RawBlockBody } from '../../raw-block.ts';
import { dropNoteMarks } from './note-references.ts';

/** How to close a paragraph. */
export interface ParagraphOptions {
  readonly kind?: 'paragraph' | 'figure' | 'label';
  readonly headingLevel?: number;
  readonly role?: BlockRole | undefined;
}

/** A position in the inline text of one paragraph. */
export interface InlineMark {
  readonly paragraph: number;
  readonly index: number;
}

/** How much of a list is links. */
export interface ListLinks {
  /** Share of its characters, 0 to 1. */
  readonly share: number;
  /** Whether every item has a link into the page itself. */
  readonly areFragments: boolean;
  readonly items: number;
}

interface OpenList {
  readonly ordered: boolean;
  nextNumber: number;
}

interface CollectedItem {
  text: string;
  readonly depth: number;
  readonly ordered: boolean;
}

/**
 * Collects inline text into paragraphs, headings and lists. A list whose item holds a block of its own (code, a table,
 * a heading) is written in parts around that block, and its numbers go on.
 */
export class BlockSink {
  readonly blocks: RawBlock[] = [];
  /** Level of the latest heading; 0 before the first one. */
  headingLevel = 0;
  #inline: string[] = [];
  #paragraph = 0;
  /** Characters of visible text, and those of them inside links, since the current list began. */
  #letters = 0;
  #linkLetters = 0;
  #fragmentLinks = 0;
  #images: string[] = [];
  /** Links of the current paragraph, and its text outside of them. */
  #run = { links: 0, plain: '' };
  #lists: OpenList[] = [];
  #items: CollectedItem[] = [];
  #firstNumber = 1;
  #pendingItem = false;
  #listRole: BlockRole | undefined;

  /** Where inline text stands, for `takeFrom`. */
  mark(): InlineMark {
    return { paragraph: this.#paragraph, index: this.#inline.length };
  }

  get isInList(): boolean {
    return this.#lists.length > 0;
  }

  addText(text: string, options: { readonly isLink?: boolean } = {}): void {
    this.#inline.push(text);
    if (text.trim() === '') return;
    if (options.isLink !== true) this.#run.plain += text;
    this.#letters += text.length;
    if (options.isLink) this.#linkLetters += text.length;
  }

  /** The text of an image stands apart from the sentence it interrupts, unless it is an emoji. */
  addImage(text: string): void {
    if (/[\p{L}\p{N}]/u.test(text)) this.#images.push(text);
    else if (/\p{Extended_Pictographic}/u.test(text)) this.#inline.push(text);
  }

  addHardBreak(): void {
    this.#inline.push(HARD_BREAK);
  }

  /** Replaces the inline text since `mark`; does nothing when a paragraph has ended in between. */
  rework(mark: InlineMark, change: (text: string) => string): void {
    if (mark.paragraph !== this.#paragraph) return;
    this.#inline.push(change(this.#inline.splice(mark.index).join('')));
  }

  noteLink(): void {
    this.#run.links += 1;
  }

  noteFragmentLink(): void {
    this.#fragmentLinks += 1;
  }

  /** Ends the current run of inline text and makes a block or list item of it. */
  endParagraph(options: ParagraphOptions = {}): void {
    if (this.#inline.length === 0 && this.#images.length === 0) return;
    const text = dropNoteMarks(this.#inline.join(''));
    const images = this.#images;
    const isWay = !this.isInList && isWayThrough(this.#run);
    this.#run = { links: 0, plain: '' };
    this.#inline = [];
    this.#images = [];
    this.#paragraph += 1;
    if (text.trim() !== '') this.#addParagraph(text, isWay ? { role: 'navigation', ...defined(options) } : options);
    if (images.length === 0 || (this.isInList && text.trim() !== '')) return;
    if (text.trim() === '') this.#addParagraph(images.join(' '), { kind: 'figure', ...options });
    else for (const image of images) this.emit({ kind: 'figure', text: image }, options.role);
  }

  #addParagraph(text: string, options: ParagraphOptions): void {
    const { headingLevel, role } = options;
    if (headingLevel === undefined && this.isInList && this.#addToList(text)) {
      this.#listRole ??= role;
      return;
    }
    // Text below a heading inside an item is a section, as in lists of cards, and no longer the item's own line.
    if (headingLevel !== undefined) {
      this.#pendingItem = false;
      this.headingLevel = headingLevel;
    }
    for (const piece of splitAtDoubleBreaks(text)) this.emit(bodyOf(piece, options), role);
  }

  /** Adds a finished block; a list around it continues afterwards. */
  emit(body: RawBlockBody, role?: BlockRole): void {
    this.#emitList();
    this.blocks.push(role === undefined ? body : { ...body, role });
  }

  /** Adds blocks that were collected elsewhere, such as those of a layout table's cell. */
  append(blocks: readonly RawBlock[]): void {
    if (blocks.length === 0) return;
    this.#emitList();
    for (const block of blocks) this.blocks.push(block);
  }

  openList(ordered: boolean, start: number): void {
    if (!this.isInList) {
      this.#letters = 0;
      this.#linkLetters = 0;
      this.#fragmentLinks = 0;
      this.#listRole = undefined;
    }
    this.#lists.push({ ordered, nextNumber: start });
  }

  openItem(): void {
    this.#pendingItem = true;
  }

  closeItem(): void {
    this.#pendingItem = false;
  }

  /** Closes the innermost list; for the outermost one `decideRole` judges its links where no role is known. */
  closeList(decideRole: (links: ListLinks) => BlockRole | undefined): void {
    if (this.#lists.length === 1) {
      this.#listRole ??= decideRole(this.#listLinks());
      this.#emitList();
    }
    this.#lists.pop();
  }

  #listLinks(): ListLinks {
    return {
      share: this.#letters === 0 ? 0 : this.#linkLetters / this.#letters,
      areFragments: this.#fragmentLinks > 0 && this.#fragmentLinks >= this.#items.length,
      items: this.#items.length,
    };
  }

  /** True when the text became part of the list; false when it follows a block inside an item. */
  #addToList(text: string): boolean {
    const list = this.#lists.at(-1);
    const depth = this.#lists.length - 1;
    const last = this.#items.at(-1);
    if (list === undefined) return false;
    if (this.#pendingItem || (last !== undefined && last.depth !== depth)) {
      if (depth === 0 && this.#items.length === 0) this.#firstNumber = list.nextNumber;
      if (this.#pendingItem) list.nextNumber += 1;
      this.#items.push({ text, depth, ordered: list.ordered });
      this.#pendingItem = false;
      return true;
    }
    if (last === undefined) return false;
    last.text += HARD_BREAK + text;
    return true;
  }

  #emitList(): void {
    if (this.#items.length === 0) return;
    const ordered = this.#lists[0]?.ordered ?? false;
    const role = this.#listRole;
    const items = this.#items;
    this.#items = [];
    this.blocks.push({
      kind: 'list',
      ordered,
      ...(ordered && this.#firstNumber !== 1 ? { start: this.#firstNumber } : {}),
      items: items.map((item) => (item.ordered === ordered ? { text: item.text, depth: item.depth } : item)),
      ...(role === undefined ? {} : { role }),
    });
  }
}

/** Longer runs of links without a word between them are listings. */
const LONGEST_WAY = 400;
const WAY_WORDS =
  /\b(?:next|previous|prev|up|top|contents?|index|home|back|forward|chapters?|parts?|search|return to|jump to|available languages|languages?|you are here|category|categories|\d+)\b/gi;

/** Several links with nothing but signs and the words of a way through a manual between them. */
function isWayThrough({ links, plain }: { readonly links: number; readonly plain: string }): boolean {
  return links > 1 && plain.length < LONGEST_WAY && !/[\p{L}\p{N}]/u.test(plain.replaceAll(WAY_WORDS, ''));
}

/** The options without a role that is not known. */
function defined({ role, ...options }: ParagraphOptions): ParagraphOptions {
  return role === undefined ? options : { ...options, role };
}

/** Two line breaks in a row are how pages without paragraphs make them. */
function splitAtDoubleBreaks(text: string): readonly string[] {
  if (!text.includes(HARD_BREAK)) return [text];
  const pieces: string[] = [];
  const piece: string[] = [];
  for (const line of text.split(HARD_BREAK)) {
    if (line.trim() !== '') piece.push(line);
    else if (piece.length > 0) pieces.push(piece.splice(0).join(HARD_BREAK));
  }
  if (piece.length > 0) pieces.push(piece.join(HARD_BREAK));
  return pieces;
}

function bodyOf(text: string, options: ParagraphOptions): RawBlockBody {
  if (options.headingLevel !== undefined) return { kind: 'heading', level: options.headingLevel, text };
  return options.kind === 'label'
    ? { kind: 'paragraph', text, isLabel: true }
    : { kind: options.kind ?? 'paragraph', text };
}

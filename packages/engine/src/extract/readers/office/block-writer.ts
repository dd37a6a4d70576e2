import type { BlockRole } from '@dsgen/core';
import type { RawBlock, RawBlockBody } from '../../raw-block.ts';
import type { TextBudget } from './text-budget.ts';

/** A paragraph that is an item of a list. */
export interface ListParagraph {
  readonly text: string;
  /** 0 for the outermost level. */
  readonly depth: number;
  readonly ordered: boolean;
  /** The number an ordered item shows; needed for the first item of a list only. */
  readonly number?: number;
  /** Items of different lists have different keys. */
  readonly listKey: string;
}

/** Where and what the blocks written next are. */
export interface BlockPlace {
  readonly page?: number;
  readonly role?: BlockRole;
}

const MAX_HEADING_LEVEL = 6;

/** Gathers the blocks of a document whose lists and code come paragraph by paragraph. Empty text is left out. */
export class BlockWriter {
  readonly #blocks: RawBlock[] = [];
  readonly #budget: TextBudget;
  #place: BlockPlace = {};
  #list: ListParagraph[] = [];
  #code: string[] = [];

  constructor(budget: TextBudget) {
    this.#budget = budget;
  }

  /** Page and role of the blocks that follow; `{}` for neither. */
  moveTo(place: BlockPlace): void {
    this.#closeOpenBlock();
    this.#place = place;
  }

  /** Page and role of the blocks written now. */
  get place(): BlockPlace {
    return this.#place;
  }

  heading(level: number, text: string): void {
    const line = singleLine(text);
    if (line !== '') this.#write({ kind: 'heading', level: Math.min(level, MAX_HEADING_LEVEL), text: line });
  }

  paragraph(text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '') this.#write({ kind: 'paragraph', text: trimmed });
  }

  figure(text: string): void {
    const line = singleLine(text);
    if (line !== '') this.#write({ kind: 'figure', text: line });
  }

  /** Consecutive items of one list become one block. */
  listItem(item: ListParagraph): void {
    const text = singleLine(item.text);
    if (text === '') return;
    const [first] = this.#list;
    const continuesList =
      first !== undefined && (item.depth > 0 || (item.listKey === first.listKey && item.ordered === first.ordered));
    if (!continuesList) this.#closeOpenBlock();
    this.#budget.take(text.length);
    this.#list.push({ ...item, text });
  }

  /** Consecutive lines of code become one block. */
  codeLine(text: string): void {
    if (this.#code.length === 0) this.#closeOpenBlock();
    this.#budget.take(text.length);
    this.#code.push(text);
  }

  /** Writes a table whose cells are already accounted for; empty rows are left out. */
  table(rows: ReadonlyArray<readonly string[]>, headerRows: number): void {
    const cells = rows.map((row) => row.map(singleLine));
    const filled = cells.filter((row) => row.some((text) => text !== ''));
    if (filled.length === 0) return;
    const emptyHeaderRows = cells.slice(0, headerRows).filter((row) => row.every((text) => text === '')).length;
    this.#write({ kind: 'table', headerRows: Math.min(headerRows - emptyHeaderRows, filled.length), rows: filled });
  }

  finish(): readonly RawBlock[] {
    this.#closeOpenBlock();
    return this.#blocks;
  }

  #write(body: RawBlockBody): void {
    this.#closeOpenBlock();
    if ('text' in body) this.#budget.take(body.text.length);
    this.#blocks.push({ ...body, ...this.#place });
  }

  #closeOpenBlock(): void {
    this.#closeList();
    this.#closeCode();
  }

  #closeList(): void {
    const [first] = this.#list;
    if (first === undefined) return;
    const top = this.#list.reduce((least, { depth }) => Math.min(least, depth), first.depth);
    const items = this.#list.map(({ text, depth, ordered }) => ({
      text,
      depth: depth - top,
      ...(ordered === first.ordered ? {} : { ordered }),
    }));
    const start = first.ordered && first.number !== undefined && first.number > 1 ? { start: first.number } : {};
    this.#blocks.push({ kind: 'list', ordered: first.ordered, ...start, items, ...this.#place });
    this.#list = [];
  }

  #closeCode(): void {
    const text = this.#code.join('\n').replace(/^\n+/, '').trimEnd();
    if (text !== '') this.#blocks.push({ kind: 'code', text, ...this.#place });
    this.#code = [];
  }
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { BlockWriter } from '../office/block-writer.ts';
import { layOutCells } from '../office/span-grid.ts';
import type { TextBudget } from '../office/text-budget.ts';
import type { DocumentTables } from './document-tables.ts';

/** Formatting of a paragraph; `\pard` sets it back. */
export interface ParagraphFormat {
  readonly style: number;
  readonly outlineLevel?: number;
  readonly list?: number;
  readonly listLevel: number;
  readonly inTable: boolean;
}

export const PLAIN_PARAGRAPH: ParagraphFormat = { style: 0, listLevel: 0, inTable: false };

interface CellMerge {
  readonly continuesAbove: boolean;
  readonly continuesLeft: boolean;
}

const ORDERED_MARKER = /^\W{0,3}(?:(\d{1,6})|[a-zA-Z]|[ivxlcIVXLC]{1,8})[.):]/;
const MAX_LEVEL = 8;

export interface TextFlowOptions {
  readonly writer: BlockWriter;
  readonly tables: DocumentTables;
  readonly budget: TextBudget;
}

/** Turns the running text of one part of a document (body, header, note) into blocks. */
export class TextFlow {
  readonly #tables: DocumentTables;
  readonly #writer: BlockWriter;
  readonly #budget: TextBudget;
  #text = '';
  #marker = '';
  #cell = '';
  #cells: string[] = [];
  #rows: string[][] = [];
  #headerRows = 0;
  #merges: CellMerge[] = [];
  #isHeaderRow = false;
  /** The first paragraph in the style "Title". */
  title: string | undefined;

  constructor(options: TextFlowOptions) {
    this.#writer = options.writer;
    this.#tables = options.tables;
    this.#budget = options.budget;
  }

  add(text: string): void {
    this.#text += text;
  }

  /** The bullet or number a program wrote out for readers that know no lists. */
  addMarker(text: string): void {
    this.#marker += text;
  }

  endParagraph(format: ParagraphFormat): void {
    const text = this.#text;
    const marker = this.#marker.trim();
    this.#text = '';
    this.#marker = '';
    if (format.inTable) {
      this.#cell = joinWords(this.#cell, text);
      return;
    }
    if (text.trim() === '') return;
    this.#endTable();
    this.#writeParagraph(text, marker, format);
  }

  /** `\trowd`: what follows describes the cells of a row. */
  startRow(): void {
    this.#merges = [];
    this.#isHeaderRow = false;
  }

  markHeaderRow(): void {
    this.#isHeaderRow = true;
  }

  describeCell(merge: CellMerge): void {
    this.#merges.push(merge);
  }

  endCell(): void {
    const text = joinWords(this.#cell, this.#text);
    const merge = this.#merges[this.#cells.length];
    const above = this.#rows.at(-1)?.[this.#cells.length];
    this.#text = '';
    this.#marker = '';
    this.#cell = '';
    if (text === '' && merge?.continuesAbove === true) this.#cells.push(above ?? '');
    else if (text === '' && merge?.continuesLeft === true) this.#cells.push(this.#cells.at(-1) ?? '');
    else this.#cells.push(text);
  }

  endRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#isHeaderRow && this.#rows.length === this.#headerRows) this.#headerRows += 1;
    this.#rows.push(this.#cells);
    this.#cells = [];
  }

  /** Closes what is open at the end of the part. */
  end(format: ParagraphFormat): void {
    this.endParagraph({ ...format, inTable: false });
    this.endRow();
    this.#endTable();
  }

  #writeParagraph(text: string, marker: string, format: ParagraphFormat): void {
    const level = format.outlineLevel === undefined ? this.#tables.headingLevel(format.style) : format.outlineLevel + 1;
    if (this.#tables.isTitle(format.style)) {
      this.title ??= text.replace(/\s+/g, ' ').trim();
      this.#writer.heading(1, text);
    } else if (level !== undefined && level <= 9) this.#writer.heading(level, text);
    else if (this.#tables.isTableOfContents(format.style)) this.#writeContentsLine(text);
    else if (format.list !== undefined || marker !== '') this.#writeItem(text, marker, format);
    else this.#writer.paragraph(text);
  }

  #writeContentsLine(text: string): void {
    const place = this.#writer.place;
    this.#writer.moveTo({ role: 'table-of-contents', ...place });
    this.#writer.paragraph(text);
    this.#writer.moveTo(place);
  }

  #writeItem(text: string, marker: string, format: ParagraphFormat): void {
    const depth = Math.max(0, Math.min(MAX_LEVEL, format.listLevel));
    const written = ORDERED_MARKER.exec(marker);
    const isOrdered = marker === '' ? undefined : written !== null;
    const ordered = isOrdered ?? this.#tables.isOrdered(format.list ?? -1, depth) ?? false;
    const number = written?.[1] === undefined ? {} : { number: Number(written[1]) };
    this.#writer.listItem({ text, depth, ordered, ...number, listKey: String(format.list ?? 'marked') });
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    const cells = this.#rows.map((row) => row.map((text) => ({ text, columnSpan: 1, rowSpan: 1 })));
    const namesColumns = cells.length > 1 && this.#headerRows === 0;
    this.#writer.table(layOutCells(cells, this.#budget), namesColumns ? 1 : this.#headerRows);
    this.#rows = [];
    this.#headerRows = 0;
  }
}

function joinWords(left: string, right: string): string {
  return `${left} ${right}`.trim();
}

import type { BlockRole } from '@dsgen/core';
import { HARD_BREAK, type RawBlock, type RawBlockBody } from '../../raw-block.ts';

/** Columns that no person reads; keeps `colspan="1000"` in every cell from multiplying. */
const MOST_COLUMNS = 500;
const LONGEST_CELL = 1500;
/** Longer texts are not repeated across the columns they span. */
const LONGEST_REPEATED = 100;

interface Cell {
  readonly blocks: readonly RawBlock[];
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

interface Row {
  readonly cells: Cell[];
  readonly isInHead: boolean;
}

export interface CellOptions {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Collects an HTML table's cells, and decides at its end whether it was data or only layout. */
export class TableCollector {
  readonly #rows: Row[] = [];
  readonly #isPresentation: boolean;
  caption: readonly RawBlock[] = [];

  constructor(isPresentation: boolean) {
    this.#isPresentation = isPresentation;
  }

  openRow(isInHead: boolean): void {
    this.#rows.push({ cells: [], isInHead });
  }

  addCell(blocks: readonly RawBlock[], options: CellOptions): void {
    if (this.#rows.length === 0) this.openRow(false);
    this.#rows.at(-1)?.cells.push({ blocks, ...options });
  }

  /** The table as one block, or the blocks of its cells in reading order where it was layout. */
  finish(role: BlockRole | undefined): readonly RawBlock[] {
    const rows = this.#rows.filter((row) => row.cells.length > 0);
    if (rows.length === 0) return this.caption;
    if (this.#isPresentation || isLayout(rows)) {
      return [...this.caption, ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks))];
    }
    const texts = spreadSpans(rows);
    const table: RawBlockBody = { kind: 'table', headerRows: countHeaderRows(rows), rows: texts };
    return [...this.caption, role === undefined ? table : { ...table, role }];
  }
}

/** Data is a grid of short texts; a grid of one column, or one that holds whole sections, is layout. */
function isLayout(rows: readonly Row[]): boolean {
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const cells = rows.flatMap((row) => row.cells);
  if (columns < 2) return true;
  if (rows.length === 1 && !cells.some((cell) => cell.isHeader)) return true;
  return cells.some(isSection);
}

/** A heading alone may name a column; with text below it, it opens a section. */
function isSection(cell: Cell): boolean {
  const { blocks } = cell;
  if (blocks.length > 4 || textOf(cell).length > LONGEST_CELL) return true;
  return blocks.some(
    (block) =>
      (block.kind === 'heading' && blocks.length > 1) ||
      block.kind === 'table' ||
      (block.kind === 'code' && block.text.trim().includes('\n')),
  );
}

function textOf(cell: Cell): string {
  // A picture beside text only repeats it or adorns it.
  const worded = cell.blocks.filter(({ kind }) => kind !== 'figure');
  return (worded.length === 0 ? cell.blocks : worded)
    .map((block) => {
      if (block.kind === 'list') return block.items.map((item) => item.text).join('; ');
      if (block.kind === 'table') return block.rows.map((row) => row.join(' ')).join(HARD_BREAK);
      return block.kind === 'code' ? `\`${block.text.trim()}\`` : block.text;
    })
    .join(HARD_BREAK);
}

/** Repeats a spanning cell's text in every place it covers, as long as that stays in proportion to the table itself. */
function spreadSpans(rows: readonly Row[]): readonly string[][] {
  const cellCount = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const pending: PendingCells = { below: new Map(), spare: cellCount * 4 + 1000 };
  return rows.map((row, index) => spreadRow(row, rows.length - 1 - index, pending));
}

/** What spanning cells still owe to the rows below, by column, and how many cells may yet be made up. */
interface PendingCells {
  readonly below: Map<number, { readonly text: string; rows: number }>;
  spare: number;
}

function spreadRow(row: Row, rowsBelow: number, pending: PendingCells): string[] {
  const texts: string[] = [];
  for (const cell of row.cells) {
    takeFromAbove(texts, pending);
    const text = textOf(cell);
    const columns = row.cells.length === 1 ? 1 : Math.min(cell.columns, MOST_COLUMNS, pending.spare + 1);
    pending.spare -= columns - 1;
    for (let column = 0; column < columns; column += 1) {
      const below = Math.min(cell.rows - 1, rowsBelow, pending.spare);
      if (below > 0) pending.below.set(texts.length, { text, rows: below });
      pending.spare -= below;
      texts.push(column === 0 || text.length < LONGEST_REPEATED ? text : '');
    }
  }
  takeFromAbove(texts, pending);
  return texts;
}

function takeFromAbove(texts: string[], { below }: PendingCells): void {
  for (let above = below.get(texts.length); above !== undefined; above = below.get(texts.length)) {
    above.rows -= 1;
    if (above.rows === 0) below.delete(texts.length);
    texts.push(above.text);
  }
}

/** Rows of a head, or leading rows of header cells only; nothing else says that a row names columns. Mostly it is data. */
function countHeaderRows(rows: readonly Row[]): number {
  const firstData = rows.findIndex((row) => !row.isInHead && !row.cells.every((cell) => cell.isHeader));
  const count = firstData < 0 ? rows.length : firstData;
  if (count === rows.length) return rows.length > 1 && rows[0]?.isInHead !== true ? 1 : Math.min(1, count);
  return count;
}

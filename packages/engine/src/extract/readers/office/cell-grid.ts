import type { TextBudget } from './text-budget.ts';

/** A filled cell. */
export interface Cell {
  readonly text: string;
  /** Text as opposed to a number, date or boolean: column names are text. */
  readonly isText: boolean;
  /** Covered by a merged cell whose text it repeats. */
  readonly isCovered: boolean;
}

export interface GridRow {
  /** 1-based. */
  readonly index: number;
  /** Filled cells by 0-based column. */
  readonly cells: Map<number, Cell>;
}

/** A rectangle of cells; rows 1-based, columns 0-based, all inclusive. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Spreadsheets end at column XFD. */
const LAST_COLUMN = 16_383;

/** Reads a reference such as `BC12`; `undefined` when it is none. */
export function parseCellReference(reference: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1 > LAST_COLUMN ? undefined : { column: column - 1, row: Number(match[2]) };
}

/** Reads a range such as `A1:C3`. */
export function parseCellRange(range: string): CellRange | undefined {
  const [from, to = ''] = range.split(':');
  const first = parseCellReference(from ?? '');
  const last = to === '' ? first : parseCellReference(to);
  if (first === undefined || last === undefined) return undefined;
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}

/**
 * Repeats the text of merged cells in the cells they cover, in rows that hold something. Rows must be in order.
 * Work and size follow the filled rows and the budget, never the declared extent of a sheet.
 */
export function fillMergedCells(rows: readonly GridRow[], merges: readonly CellRange[], budget: TextBudget): void {
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  for (const merge of merges) {
    const anchor = byIndex.get(merge.firstRow)?.cells.get(merge.firstColumn);
    if (anchor === undefined) continue;
    const lastRow = Math.min(merge.lastRow, merge.firstRow + rows.length);
    for (let index = merge.firstRow; index <= lastRow; index += 1) {
      const row = byIndex.get(index);
      if (row !== undefined) coverRow(row, merge, anchor, budget);
    }
  }
}

function coverRow(row: GridRow, merge: CellRange, anchor: Cell, budget: TextBudget): void {
  for (let column = merge.firstColumn; column <= merge.lastColumn; column += 1) {
    if (row.cells.has(column)) continue;
    budget.take(anchor.text.length);
    row.cells.set(column, { ...anchor, isCovered: true });
  }
}

import { boxAround, type PageTable, type RunLine, type TextRun } from './page-content.ts';
import { tableLine } from './text-lines.ts';
import { isPlausibleTable } from './choose-tables.ts';
import { stripLeaders } from './dot-leaders.ts';

/** Rows that make a table; fewer are a coincidence. */
const MIN_ROWS = 3;
/** A gap of this many font sizes parts two cells. */
const CELL_GAP = 1.3;
/** How far the cells of a column may be out of line, in font sizes. */
const ALIGNMENT = 0.8;
const MAX_CELL_CHARACTERS = 120;

interface Row {
  readonly line: RunLine;
  readonly cells: ReadonlyArray<readonly TextRun[]>;
}

/** Finds tables without rules that the engine missed: lines of as many cells each, aligned below each other. */
export function findGapTables(lines: readonly RunLine[]): RunLine[] {
  const result: RunLine[] = [];
  let rows: Row[] = [];
  for (const line of lines) {
    const row: Row = { line, cells: splitCells(line) };
    if (rows.length > 0 && !extendsTable(rows, row)) {
      result.push(...closeTable(rows));
      rows = [];
    }
    if (row.cells.length > 1) rows.push(row);
    else result.push(line);
  }
  return [...result, ...closeTable(rows)];
}

function closeTable(rows: readonly Row[]): RunLine[] {
  const lines = rows.map(({ line }) => line);
  const box = boxAround(lines);
  const found = rows.map(({ cells }) => cells.map((cell) => ({ text: cellText(cell), box: boxAround(cell) })));
  if (rows.length < MIN_ROWS || !isPlausibleTable({ ...box, headerRows: 0, rows: found })) return lines;
  const table: PageTable = {
    ...box,
    headerRows: hasHeader(rows) ? 1 : 0,
    rows: rows.map(({ cells }) => cells.map(cellText)),
  };
  return [tableLine(table)];
}

function splitCells(line: RunLine): ReadonlyArray<readonly TextRun[]> {
  if (line.table !== undefined || line.isMonospace || line.isContentsEntry) return [];
  const cells: TextRun[][] = [];
  for (const run of line.runs) {
    const cell = cells.at(-1);
    const before = cell?.at(-1);
    if (cell !== undefined && before !== undefined && run.left - before.right <= line.size * CELL_GAP) cell.push(run);
    else cells.push([run]);
  }
  const [first = []] = cells;
  const isMarked = cellText(first).length <= 3 && cells.length === 2;
  return isMarked || cells.some((cell) => cellText(cell).length > MAX_CELL_CHARACTERS) ? [] : cells;
}

function cellText(cell: readonly TextRun[]): string {
  return stripLeaders(cell.map(({ text }) => text.trim()).join(' '));
}

function extendsTable(rows: readonly Row[], row: Row): boolean {
  const last = rows.at(-1);
  if (last === undefined || last.cells.length !== row.cells.length || row.cells.length < 2) return false;
  if (row.line.top - last.line.bottom > row.line.size * 2) return false;
  return row.cells.every((cell, column) => {
    const above = last.cells[column] ?? [];
    return isAligned(above, cell, row.line.size * ALIGNMENT) || (rows.length === 1 && isUnder(above, cell));
  });
}

function isAligned(one: readonly TextRun[], other: readonly TextRun[], tolerance: number): boolean {
  const above = boxAround(one);
  const below = boxAround(other);
  const offsets = [
    above.left - below.left,
    above.right - below.right,
    (above.left + above.right - below.left - below.right) / 2,
  ];
  return offsets.some((offset) => Math.abs(offset) <= tolerance);
}

/** Names of columns may be wider than all that stands below them. */
function isUnder(name: readonly TextRun[], cell: readonly TextRun[]): boolean {
  const above = boxAround(name);
  const below = boxAround(cell);
  return below.left >= above.left - 2 && below.right <= above.right + 2;
}

/** The first row names the columns when it is bold, or when it has words over numbers. */
function hasHeader(rows: readonly Row[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined) return false;
  if (first.line.isBold && others.some(({ line }) => !line.isBold)) return true;
  return !first.cells.some(isNumber) && others.every(({ cells }) => cells.some(isNumber));
}

function isNumber(cell: readonly TextRun[]): boolean {
  return /^[-+\u2212(]?[\d.,%\s]+\)?$/.test(cellText(cell));
}

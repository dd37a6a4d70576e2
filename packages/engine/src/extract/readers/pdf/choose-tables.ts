import { stripLeaders } from './dot-leaders.ts';
import { boxAround, centerX, centerY, type Box, type PageTable, type TextRun } from './page-content.ts';

/** A table as the engine found it, with where each cell's text stands. */
export interface FoundTable extends Box {
  readonly headerRows: number;
  readonly rows: ReadonlyArray<readonly FoundCell[]>;
}

export interface FoundCell {
  readonly text: string;
  readonly box?: Box;
}

const MAX_CELL_CHARACTERS = 500;
const MAX_MEAN_CHARACTERS = 120;
/** Cells of one column start, end or are centred within this many points of each other. */
const ALIGNMENT = 9;
/** Column names in lower case have fewer words. */
const MIN_SENTENCE_WORDS = 8;
const EMPTY_CELL: FoundCell = { text: '' };

/** Real tables among what an engine takes for tables, with the halves of tables cut by a wide gap put together. */
export function chooseTables(tables: readonly FoundTable[], runs: readonly TextRun[]): PageTable[] {
  return joinHalves(tables.map(withoutLeaders).map(withoutEmptyColumns))
    .map(withoutCaption)
    .filter(isPlausibleTable)
    .map(shrinkToCells)
    .filter((table) => holdsItsText(table, runs))
    .map(toPageTable);
}

/** The outline that engines give may reach over text beside the table. */
function shrinkToCells(table: FoundTable): FoundTable {
  const boxes = table.rows.flat().flatMap(({ box }) => (box === undefined ? [] : [box]));
  return boxes.length === 0 ? table : { ...table, ...boxAround(boxes) };
}

/** Whatever stands inside the outline must be in the cells: a table replaces the text it covers. */
function holdsItsText(table: FoundTable, runs: readonly TextRun[]): boolean {
  const covered = runs.filter((run) => isInside(run, table)).reduce((sum, { text }) => sum + lengthOf(text), 0);
  const held = table.rows.flat().reduce((sum, { text }) => sum + lengthOf(text), 0);
  return covered <= held * 1.1 + 10;
}

function isInside(inner: Box, { left, top, right, bottom }: Box): boolean {
  const x = centerX(inner);
  const y = centerY(inner);
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}

/** Letters that count: white space and escapes differ between runs and cells. */
function lengthOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Two tables of as many rows side by side at one height are one table. */
function joinHalves(tables: readonly FoundTable[]): FoundTable[] {
  const joined: FoundTable[] = [];
  for (const table of tables) {
    const index = joined.findIndex((other) => isOtherHalf(other, table));
    const half = joined[index];
    if (half === undefined) joined.push(table);
    else joined[index] = half.left <= table.left ? sideBySide(half, table) : sideBySide(table, half);
  }
  return joined;
}

function isOtherHalf(one: FoundTable, other: FoundTable): boolean {
  const isLevel = Math.abs(one.top - other.top) < 4 && Math.abs(one.bottom - other.bottom) < 4;
  return isLevel && one.rows.length === other.rows.length;
}

function sideBySide(left: FoundTable, right: FoundTable): FoundTable {
  return {
    ...left,
    right: Math.max(left.right, right.right),
    headerRows: Math.max(left.headerRows, right.headerRows),
    rows: left.rows.map((row, index) => [...row, ...(right.rows[index] ?? [])]),
  };
}

/** Dots that lead the eye from one column to the next are no text. */
function withoutLeaders(table: FoundTable): FoundTable {
  const rows = table.rows.map((row) => row.map((cell) => ({ ...cell, text: stripLeaders(cell.text) })));
  return { ...table, rows };
}

function withoutEmptyColumns(table: FoundTable): FoundTable {
  const columns = columnsOf(table).flatMap((cells, index) => (cells.some(({ text }) => text !== '') ? [index] : []));
  return { ...table, rows: table.rows.map((row) => columns.map((column) => row[column] ?? EMPTY_CELL)) };
}

/** A caption above the columns is not the first row of the table: it goes back to the text, and the next row names the columns. */
function withoutCaption(table: FoundTable): FoundTable {
  const [first, ...rest] = table.rows;
  if (first === undefined || rest.length < 2 || !readsOn(first)) return table;
  return withoutEmptyColumns({ ...table, headerRows: 1, rows: rest });
}

function columnsOf({ rows }: FoundTable): FoundCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? EMPTY_CELL));
}

/**
 * Columns of prose and scattered parts of formulas also line up; a table has two columns at least, mostly filled with
 * short cells that hold words or numbers and stand below each other.
 */
export function isPlausibleTable(table: FoundTable): boolean {
  const cells = table.rows.flat();
  const filled = cells.filter(({ text }) => text !== '');
  if ((table.rows[0]?.length ?? 0) < 2 || table.rows.length < 2 || filled.length < cells.length * 0.45) return false;
  if (filled.some(({ text }) => text.length > MAX_CELL_CHARACTERS)) return false;
  if (filled.reduce((sum, { text }) => sum + text.length, 0) > filled.length * MAX_MEAN_CHARACTERS) return false;
  const meaningful = filled.filter(({ text }) => /[\p{L}\d]{2}|^[\d\p{L}%+\u2212\u2013\u2014-]$/u.test(text)).length;
  return meaningful >= filled.length * 0.7 && isAligned(table) && !isBrokenProse(table);
}

function isAligned(table: FoundTable): boolean {
  const columns = columnsOf(table).map((cells) => cells.flatMap(({ box }) => (box === undefined ? [] : [box])));
  const comparable = columns.filter((boxes) => boxes.length > 1);
  const aligned = comparable.filter((boxes) => {
    const spreads = [
      spread(boxes.map(({ left }) => left)),
      spread(boxes.map(({ right }) => right)),
      spread(boxes.map(({ left, right }) => (left + right) / 2)),
    ];
    return Math.min(...spreads) <= ALIGNMENT;
  });
  return aligned.length >= comparable.length * 0.6;
}

/** How far apart the values lie, one outlier in five aside. */
function spread(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const trimmed = Math.floor(sorted.length / 10);
  return (sorted[sorted.length - 1 - trimmed] ?? 0) - (sorted[trimmed] ?? 0);
}

/** Rows that read on across their cells as one sentence, line after line, are justified text with wide spaces. */
function isBrokenProse(table: FoundTable): boolean {
  const rows = table.rows.filter((row) => row.filter(({ text }) => text !== '').length > 1);
  return rows.length > 0 && rows.filter(readsOn).length >= rows.length * 0.5;
}

/** Whether the cells are pieces of one sentence: enough words, and most cells begin in the middle of something. */
function readsOn(row: readonly FoundCell[]): boolean {
  const texts = row.map(({ text }) => text).filter((text) => text !== '');
  const begun = texts.slice(1).filter((text) => /^[\p{Ll}\p{Sm},.;)({-]/u.test(text)).length;
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  return texts.length > 1 && words >= MIN_SENTENCE_WORDS && begun >= (texts.length - 1) * 0.6;
}

function toPageTable({ left, top, right, bottom, headerRows, rows }: FoundTable): PageTable {
  return { left, top, right, bottom, headerRows, rows: rows.map((row) => row.map(({ text }) => text)) };
}

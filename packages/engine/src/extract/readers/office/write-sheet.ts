import type { BlockWriter } from './block-writer.ts';
import type { TextBudget } from './text-budget.ts';
import type { Cell, GridRow } from './cell-grid.ts';

export interface SheetOutput {
  readonly writer: BlockWriter;
  readonly budget: TextBudget;
}

/** Rows without a blank row between them, and the columns filled in any of them, in order. */
interface Region {
  readonly rows: readonly GridRow[];
  readonly columns: readonly number[];
}

const CELL_SEPARATOR_LENGTH = 3;
/** A column of texts as long as this is prose, not data. */
const PROSE_LENGTH = 60;

/** Writes what a sheet holds: tables apart where blank rows or columns set them apart, lone cells as paragraphs. */
export function writeSheet(rows: readonly GridRow[], output: SheetOutput): void {
  const filled = rows.filter((row) => row.cells.size > 0);
  const regions = joinContinuations(splitAtBlankRows(filled).flatMap(splitAtBlankColumns));
  for (const region of regions) writeRegion(region, output);
}

/** A row entirely beside the columns of the rows above begins something new as well. */
function splitAtBlankRows(rows: readonly GridRow[]): Region[] {
  const groups: GridRow[][] = [];
  let previousIndex = Number.NEGATIVE_INFINITY;
  let span = { first: 0, last: 0 };
  for (const row of rows) {
    const own = columnSpan(row);
    if (row.index > previousIndex + 1 || own.first > span.last || own.last < span.first) {
      groups.push([]);
      span = own;
    }
    span = { first: Math.min(span.first, own.first), last: Math.max(span.last, own.last) };
    groups.at(-1)?.push(row);
    previousIndex = row.index;
  }
  return groups.map(regionOf);
}

function columnSpan(row: GridRow): { readonly first: number; readonly last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const column of row.cells.keys()) {
    first = Math.min(first, column);
    last = Math.max(last, column);
  }
  return { first, last };
}

function regionOf(rows: readonly GridRow[]): Region {
  const columns = new Set<number>();
  for (const row of rows) for (const column of row.cells.keys()) columns.add(column);
  return { rows, columns: [...columns].toSorted((left, right) => left - right) };
}

/** Tables side by side each start with a full row of names; other blank columns are mere spacing. */
function splitAtBlankColumns(region: Region): Region[] {
  const groups: number[][] = [];
  for (const column of region.columns) {
    if (column !== (groups.at(-1)?.at(-1) ?? -2) + 1) groups.push([]);
    groups.at(-1)?.push(column);
  }
  const parts = groups.map((columns) => ({
    columns,
    rows: region.rows.filter((row) => columns.some((column) => row.cells.has(column))),
  }));
  const areTables = parts.every((part) => part.columns.length > 1 && part.rows.length > 1 && namesEveryColumn(part));
  return parts.length > 1 && areTables ? parts : [region];
}

/** A blank row within a table sets off a total or a group: what follows has the same columns and no names of its own. */
function joinContinuations(regions: readonly Region[]): Region[] {
  const joined: Region[] = [];
  for (const region of regions) {
    const previous = joined.at(-1);
    if (previous !== undefined && continues(region, previous)) {
      joined[joined.length - 1] = { rows: [...previous.rows, ...region.rows], columns: previous.columns };
    } else {
      joined.push(region);
    }
  }
  return joined;
}

function continues(region: Region, previous: Region): boolean {
  const [firstRow] = region.rows;
  if (firstRow === undefined || previous.rows.length < 2 || region.columns.length < 2) return false;
  const hasNames = cellsOf(firstRow, region.columns).every((cell) => cell.isText);
  const known = new Set(previous.columns);
  return !hasNames && region.columns.every((column) => known.has(column));
}

function writeRegion(region: Region, output: SheetOutput): void {
  const body = region.columns.length > 1 ? peelCaptions(region, output.writer) : region;
  if (body.rows.length === 0) return;
  if (body.columns.length === 1) writeColumn(body, output);
  else writeTable(body, output);
}

/** Rows of one cell above a table are its title or a note on it. */
function peelCaptions(region: Region, writer: BlockWriter): Region {
  const firstFull = region.rows.findIndex((row) => declaredCells(row, region.columns).length > 1);
  const captions = region.rows.slice(0, firstFull === -1 ? region.rows.length : firstFull);
  for (const row of captions) {
    for (const cell of declaredCells(row, region.columns)) writer.paragraph(cell.text);
  }
  return captions.length === 0 ? region : narrowed(region.rows.slice(captions.length), region.columns);
}

function narrowed(rows: readonly GridRow[], columns: readonly number[]): Region {
  return { rows, columns: columns.filter((column) => rows.some((row) => row.cells.has(column))) };
}

function writeColumn(region: Region, output: SheetOutput): void {
  const cells = region.rows.flatMap((row) => declaredCells(row, region.columns));
  const isProse = cells.length <= 2 || cells.some((cell) => cell.isText && cell.text.length > PROSE_LENGTH);
  if (!isProse) writeTable(region, output);
  else for (const cell of cells) output.writer.paragraph(cell.text);
}

function writeTable(region: Region, { writer, budget }: SheetOutput): void {
  budget.take(region.rows.length * region.columns.length * CELL_SEPARATOR_LENGTH);
  const rows = region.rows.map((row) => region.columns.map((column) => row.cells.get(column)?.text ?? ''));
  for (const row of rows) budget.take(row.reduce((length, text) => length + text.length, 0));
  writer.table(rows, region.rows.length > 1 && namesEveryColumn(region) ? 1 : 0);
}

/** Whether the first row is column names: all text, and no fewer than half of the columns named. */
function namesEveryColumn({ rows, columns }: Region): boolean {
  const [first] = rows;
  const cells = first === undefined ? [] : cellsOf(first, columns);
  return cells.length * 2 >= columns.length && cells.every((cell) => cell.isText);
}

function cellsOf(row: GridRow, columns: readonly number[]): Cell[] {
  return columns.map((column) => row.cells.get(column)).filter((cell) => cell !== undefined);
}

function declaredCells(row: GridRow, columns: readonly number[]): Cell[] {
  return cellsOf(row, columns).filter((cell) => !cell.isCovered);
}

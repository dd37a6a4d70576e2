import type { PageTable } from './page-content.ts';

const MAX_CELL_CHARACTERS = 500;

/** Real tables among what an engine takes for tables, with the halves of tables cut by a wide gap put together. */
export function chooseTables(tables: readonly PageTable[]): PageTable[] {
  return joinHalves(tables).map(withoutEmptyColumns).filter(isPlausible);
}

/** Two tables of as many rows side by side at one height are one table. */
function joinHalves(tables: readonly PageTable[]): PageTable[] {
  const joined: PageTable[] = [];
  for (const table of tables) {
    const index = joined.findIndex(
      (other) =>
        Math.abs(other.top - table.top) < 4 &&
        Math.abs(other.bottom - table.bottom) < 4 &&
        other.rows.length === table.rows.length,
    );
    const half = joined[index];
    if (half === undefined) joined.push(table);
    else joined[index] = half.left <= table.left ? sideBySide(half, table) : sideBySide(table, half);
  }
  return joined;
}

function sideBySide(left: PageTable, right: PageTable): PageTable {
  return {
    ...left,
    right: Math.max(left.right, right.right),
    headerRows: Math.max(left.headerRows, right.headerRows),
    rows: left.rows.map((row, index) => [
      ...(withoutEmptyColumns(left).rows[index] ?? row),
      ...(right.rows[index] ?? []),
    ]),
  };
}

function withoutEmptyColumns(table: PageTable): PageTable {
  const columns = Math.max(0, ...table.rows.map((row) => row.length));
  const kept = Array.from({ length: columns }, (_, column) => column).filter((column) =>
    table.rows.some((row) => (row[column] ?? '') !== ''),
  );
  return { ...table, rows: table.rows.map((row) => kept.map((column) => row[column] ?? '')) };
}

/**
 * Columns of prose and scattered formula parts also line up; a table has two columns at least, mostly filled with short
 * cells that hold words or numbers.
 */
function isPlausible(table: PageTable): boolean {
  const cells = table.rows.flat();
  const filled = cells.filter((cell) => cell !== '');
  const columns = table.rows[0]?.length ?? 0;
  if (columns < 2 || table.rows.length < 2 || filled.length < cells.length * 0.45) return false;
  if (filled.some((cell) => cell.length > MAX_CELL_CHARACTERS)) return false;
  const meaningful = filled.filter((cell) => /[\p{L}\d]{2}|^[\d\p{L}%+\u2212\u2013\u2014-]$/u.test(cell)).length;
  return meaningful >= filled.length * 0.7 && !isBrokenProse(table);
}

/** Rows that read on across their cells as one sentence, line after line, are justified text with wide spaces. */
function isBrokenProse(table: PageTable): boolean {
  const rows = table.rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
  const broken = rows.filter((row) => {
    const cells = row.filter((cell) => cell !== '');
    const readsOn = cells.slice(1).filter((cell) => /^[\p{Ll},.;)]/u.test(cell)).length;
    return readsOn >= (cells.length - 1) * 0.6 && cells.some((cell) => cell.split(' ').length >= 6);
  });
  return rows.length > 0 && broken.length >= rows.length * 0.5;
}

import type { TextBudget } from './text-budget.ts';

/** A cell as a document declares it, in reading order of its row. */
export interface SpannedCell {
  readonly text: string;
  readonly columnSpan: number;
  /** 1 for a plain cell; covered cells below are filled in and must not be declared. */
  readonly rowSpan: number;
}

/** Word's own limit is 63 columns, PowerPoint's 75; wider spans are errors or attacks. */
const MAX_SPAN = 1024;
const CELL_SEPARATOR_LENGTH = 3;

/**
 * Lays cells out on a grid. The text of a merged cell is repeated in every cell it covers, so that each row and column
 * tells its facts by itself; only a cell as wide as the whole table (a caption) stands once.
 */
export function layOutCells(
  rows: ReadonlyArray<readonly SpannedCell[]>,
  budget: TextBudget,
): ReadonlyArray<readonly string[]> {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, rowIndex) => {
    const line = grid[rowIndex] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column] !== undefined) column += 1;
      const columnSpan = clampSpan(cell.columnSpan);
      const rowSpan = Math.min(clampSpan(cell.rowSpan), rows.length - rowIndex);
      budget.take(rowSpan * columnSpan * (cell.text.length + CELL_SEPARATOR_LENGTH));
      for (const covered of grid.slice(rowIndex, rowIndex + rowSpan)) {
        for (let offset = 0; offset < columnSpan; offset += 1) covered[column + offset] = cell.text;
      }
      column += columnSpan;
    }
  });
  const width = grid.reduce((widest, line) => Math.max(widest, line.length), 0);
  budget.take(grid.length * width);
  return squareUp(grid, rows, width);
}

function clampSpan(span: number): number {
  return Math.max(1, Math.min(MAX_SPAN, span));
}

function squareUp(
  grid: ReadonlyArray<readonly string[]>,
  rows: ReadonlyArray<readonly SpannedCell[]>,
  width: number,
): ReadonlyArray<readonly string[]> {
  return grid.map((line, rowIndex) => {
    const isCaption = rows[rowIndex]?.length === 1 && line.every((text) => text === line[0]);
    return Array.from({ length: width }, (_, column) => (isCaption && column > 0 ? '' : (line[column] ?? '')));
  });
}

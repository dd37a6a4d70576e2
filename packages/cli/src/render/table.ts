import { stripVTControlCharacters } from 'node:util';

export interface TableOptions {
  /** Columns, by index, whose cells are aligned to the right. */
  readonly right?: readonly number[];
  /** Spaces before each row. Default 2. */
  readonly indent?: number;
}

/** Rows in columns two spaces apart. The last column is not padded, so texts of unknown width go there. */
export function table(rows: ReadonlyArray<readonly string[]>, options: TableOptions = {}): string {
  const widths = columnWidths(rows);
  const indent = ' '.repeat(options.indent ?? 2);
  return rows
    .map((row) => {
      const cells = row.map((cell, index) =>
        pad(cell, {
          width: widths[index] ?? 0,
          last: index === row.length - 1,
          right: options.right?.includes(index) ?? false,
        }),
      );
      return `${indent}${cells.join('  ')}`.trimEnd();
    })
    .join('\n');
}

function columnWidths(rows: ReadonlyArray<readonly string[]>): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, visibleLength(cell));
  }
  return widths;
}

function pad(
  cell: string,
  column: { readonly width: number; readonly last: boolean; readonly right: boolean },
): string {
  const missing = ' '.repeat(Math.max(0, column.width - visibleLength(cell)));
  if (column.right) return missing + cell;
  return column.last ? cell : cell + missing;
}

function visibleLength(cell: string): number {
  return Array.from(stripVTControlCharacters(cell)).length;
}

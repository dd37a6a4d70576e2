import type { PatternContext } from '../pattern.ts';
import { isColumnName } from './table-keys.ts';
import type { ReadableTable } from './table-rows.ts';

const MOST_COLUMNS = 5;

/** What a table is asked for as. */
export type Conversion = 'json' | 'csv' | 'list' | 'facts';

/** Which one it is depends on the table: one table is converted once. */
export function conversionOf(context: PatternContext, table: ReadableTable): Conversion {
  if (context.document.language !== 'en') return 'json';
  const options: readonly Conversion[] = isOneLine(table)
    ? ['json', 'csv', 'list', 'facts']
    : ['json', 'json', 'csv', 'list'];
  return context.choose({ start: table.block.start, end: table.block.start + 1 }, options);
}

/** Whether each row survives as one line of named values: nothing in it looks like what joins them. */
function isOneLine({ names, rows }: ReadableTable): boolean {
  const cells = rows.flat();
  return (
    names.length <= MOST_COLUMNS && names.every(isColumnName) && cells.every((cell) => !/[";|\n]|\w: /u.test(cell))
  );
}

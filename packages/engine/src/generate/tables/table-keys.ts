import { isQuotable } from './cells.ts';
import type { ReadableTable } from './table-rows.ts';

/** What the first cells of a table's rows call them; undefined where two are alike or one cannot be quoted. */
export function keysOf({ names, rows }: Pick<ReadableTable, 'names' | 'rows'>): readonly string[] | undefined {
  const keys = rows.map(([key = '']) => key);
  const isNamed = isColumnName(names[0] ?? '');
  return isNamed && new Set(keys).size === keys.length && keys.every((key) => isQuotable(key)) ? keys : undefined;
}

/** Short enough to be quoted in a question, and a word. */
export function isColumnName(name: string): boolean {
  return name.length >= 2 && /\p{L}/u.test(name) && isQuotable(name, 40);
}

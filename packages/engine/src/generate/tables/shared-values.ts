import { isLike, isQuotable, isTelling } from './cells.ts';
import { isColumnName } from './table-keys.ts';
import type { ReadableTable } from './table-rows.ts';

/** Some rows that have the same value in a column, and not all of them. */
export interface SharedValue {
  /** Name of the column. */
  readonly name: string;
  readonly value: string;
  /** First cells of the rows, in the order of the table. */
  readonly keys: readonly string[];
}

const LONGEST_VALUE = 40;

/** Every value that some rows share, where no other value of its column could be taken for it. */
export function sharedValues({ names, rows }: ReadableTable): SharedValue[] {
  return names.flatMap((name, column) => {
    if (column === 0 || !isColumnName(name)) return [];
    const members = Map.groupBy(rows, (row) => row[column] ?? '');
    return [...members].flatMap(([value, found]) => {
      const isOne = found.length >= 2 && found.length < rows.length && isValue(value);
      const isClear = [...members.keys()].every((other) => other === value || !isLike(other, value));
      return isOne && isClear ? [{ name, value, keys: found.map(([key = '']) => key) }] : [];
    });
  });
}

function isValue(value: string): boolean {
  return value.length >= 2 && /\p{L}/u.test(value) && isQuotable(value, LONGEST_VALUE) && isTelling(value);
}

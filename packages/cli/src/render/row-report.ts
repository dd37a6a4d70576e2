import type { RowReport } from '../row-tally.ts';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** The parts into which the rows of a file went, as a sum, and the first rows that could not be read. */
export function renderRowReport(
  { rows, unreadable, issues }: Pick<RowReport, 'rows' | 'unreadable' | 'issues'>,
  parts: readonly string[],
  style: Style,
): string {
  const failed = unreadable === 0 ? [] : [style.red(`${count(unreadable)} that could not be read`)];
  const sum = `${plural(rows, 'row')} = ${[...parts, ...failed].join(' + ')}`;
  if (issues.length === 0) return sum;
  const places = issues.map(({ line, code, message }) => [
    `line ${line ?? '?'}`,
    style.yellow(code),
    escapeText(message),
  ]);
  return `${sum}\n\nLeft out\n${table(places)}`;
}

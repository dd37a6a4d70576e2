import type { Distribution, FileStatistics } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { renderHistogram } from './histogram.ts';
import { count, percent, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const SHOWN_COLUMNS = 40;
const SHOWN_TURNS = 12;

/** What a file of rows holds, in numbers. */
export function renderFileStats(name: string, statistics: FileStatistics, style: Style): string {
  const { rows, unreadable, formats, columns, duplicates, turns, tokens } = statistics;
  const read = rows - unreadable;
  const title = [
    `${style.bold(escapeText(name))}: ${plural(rows, 'row')}`,
    ...(unreadable > 0 ? [style.red(`${count(unreadable)} cannot be read`)] : []),
    `${count(duplicates)} equal to an earlier one`,
  ];
  const sections = [
    title.join(', '),
    section(
      'Formats, by columns',
      Object.entries(formats).map(([format, number]) => [count(number), percent(number, read), format]),
    ),
    section(
      columns.length > SHOWN_COLUMNS ? `Columns (the first ${SHOWN_COLUMNS} of ${count(columns.length)})` : 'Columns',
      columns.slice(0, SHOWN_COLUMNS).map((column) => [
        count(column.rows),
        percent(column.rows, read),
        `${escapeText(column.name)}  ${style.dim(
          Object.entries(column.kinds)
            .map(([kind, number]) => `${kind} ${count(number)}`)
            .join(', '),
        )}`,
      ]),
    ),
    section('Turns per conversation', turnRows(turns)),
    read === 0
      ? ''
      : `Tokens per row (${count(tokens.total)} in all, median ${count(tokens.median)}, longest ${count(tokens.longest)})\n${renderHistogram(tokens.histogram, style)}`,
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function section(title: string, rows: ReadonlyArray<readonly string[]>): string {
  return rows.length === 0 ? '' : `${title}\n${table(rows, { right: [0, 1] })}`;
}

function turnRows(turns: Distribution): ReadonlyArray<readonly string[]> {
  const total = turns.reduce((sum, [, rows]) => sum + rows, 0);
  const shown = turns
    .slice(0, SHOWN_TURNS)
    .map(([number, rows]) => [count(rows), percent(rows, total), plural(number, 'turn')]);
  const rest = turns.slice(SHOWN_TURNS);
  const more = rest.reduce((sum, [, rows]) => sum + rows, 0);
  const longest = rest.at(-1)?.[0] ?? 0;
  return rest.length === 0
    ? shown
    : [...shown, [count(more), percent(more, total), `up to ${plural(longest, 'turn')}`]];
}

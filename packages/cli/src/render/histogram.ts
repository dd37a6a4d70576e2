import { count } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const BAR_WIDTH = 30;

/** Bins of lengths with bars. */
export function renderHistogram(
  bins: ReadonlyArray<{ readonly from: number; readonly to: number; readonly records: number }>,
  style: Style,
): string {
  const most = Math.max(1, ...bins.map(({ records }) => records));
  const rows = bins.map(({ from, to, records }) => [
    `${count(from)} to ${count(to)}`,
    count(records),
    style.cyan('█'.repeat(Math.ceil((BAR_WIDTH * records) / most))),
  ]);
  return table(rows, { right: [0, 1] });
}

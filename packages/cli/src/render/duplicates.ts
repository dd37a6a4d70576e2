import type { DuplicateReport } from '../duplicate-tally.ts';
import type { RowReport } from '../row-tally.ts';
import { escapeText } from './escape.ts';
import { count } from './numbers.ts';
import { renderRowReport } from './row-report.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const SHOWN = 10;

export function renderDuplicates(
  { out, equal, near, duplicates, ...report }: RowReport & DuplicateReport & { readonly out: string },
  style: Style,
): string {
  const parts = [
    `${count(report.written)} written to ${escapeText(out)}`,
    `${count(equal)} equal`,
    `${count(near)} near`,
  ];
  const sum = renderRowReport(report, parts, style);
  if (duplicates.length === 0) return sum;
  const rows = duplicates
    .slice(0, SHOWN)
    .map(({ line, ofLine, kind }) => [`line ${count(line)}`, style.dim(`${kind} to line ${count(ofLine)}`)]);
  return `${sum}\n\nThe first duplicates\n${table(rows)}`;
}

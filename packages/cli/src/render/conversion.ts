import type { ConversionReport } from '../write-conversion.ts';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

export function renderConversion(
  { out, rows, written, leftOut, issues, losses }: ConversionReport,
  style: Style,
): string {
  const sections = [
    `${plural(rows, 'row')} = ${count(written)} written to ${escapeText(out)} + ${leftOut > 0 ? style.red(`${count(leftOut)} left out`) : '0 left out'}`,
    issues.length === 0
      ? ''
      : `Left out\n${table(issues.map(({ line, code, message }) => [`line ${line ?? '?'}`, style.yellow(code), escapeText(message)]))}`,
    losses.length === 0
      ? ''
      : `Not held by the new format\n${table(
          losses.map(({ rows: lossy, field, reason }) => [
            count(lossy),
            escapeText(field),
            style.dim(escapeText(reason)),
          ]),
          { right: [0] },
        )}`,
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

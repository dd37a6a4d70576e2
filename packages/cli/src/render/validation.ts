import type { RowIssue, ValidationReport } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const SHOWN_ISSUES = 20;

export function renderValidation(report: ValidationReport, style: Style): string {
  const { rows, valid, invalid, issues, notes, noteCounts } = report;
  const format =
    report.format === undefined
      ? ''
      : ` as ${report.format}${report.detection === undefined ? '' : ' (told from the rows)'}`;
  const verdict =
    invalid === 0
      ? style.green(`${plural(rows, 'row')}, all valid`)
      : `${plural(rows, 'row')} = ${count(valid)} valid + ${style.red(`${count(invalid)} invalid`)}`;
  const sections = [
    `${verdict}${format}`,
    issues.length > 0 ? issueTable(issues, style) : '',
    notes.length > 0
      ? `Kept out of every record (${sum(noteCounts)})\n${issueTable(notes.slice(0, SHOWN_ISSUES), style)}`
      : '',
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function issueTable(issues: readonly RowIssue[], style: Style): string {
  const rows = issues
    .slice(0, SHOWN_ISSUES)
    .map(({ code, message, line, column, pointer }) => [
      `line ${line ?? '?'}${column === undefined ? '' : `:${column}`}`,
      style.yellow(code),
      `${escapeText(message)}${pointer === undefined || pointer === '' ? '' : style.dim(`  at ${escapeText(pointer)}`)}`,
    ]);
  const more = issues.length > SHOWN_ISSUES ? '\n  and more: --json lists the first 100' : '';
  return table(rows) + more;
}

function sum(counts: Readonly<Record<string, number>>): string {
  return count(Object.values(counts).reduce((total, value) => total + value, 0));
}

import { OUTCOMES, type ConsumerReport, type Finding, type LengthTable, type Outcome } from '@dsgen/sdk';
import type { CheckOutcome, FileCheck } from '../check-rows.ts';
import { escapeText } from './escape.ts';
import { count, percent, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

const SHOWN_RULES = 8;
const SHOWN_PLACES = 3;

/** What each consumer makes of each file, why, and how long the rows are. */
export function renderCheck({ files, repair }: CheckOutcome, style: Style): string {
  const sections = files.flatMap((file) => renderFile(file, style));
  if (repair === undefined) return sections.join('\n\n');
  const { rows, written, changed, leftOut, out, issues, check } = repair;
  const sum = `${plural(rows, 'row')} = ${count(written)} written to ${escapeText(out)} (${count(changed)} changed) + ${count(leftOut)} left out`;
  const reasons = issues.map(({ line, code, message }) => [
    `line ${line ?? '?'}`,
    style.yellow(code),
    escapeText(message),
  ]);
  const repaired = [`${style.bold('Repaired')}: ${sum}`, ...(reasons.length > 0 ? [table(reasons)] : [])].join('\n');
  return [...sections, repaired, ...renderFile(check, style)].join('\n\n');
}

function renderFile(check: FileCheck, style: Style): string[] {
  const { file, rows, format, detection, consumers, lengths } = check;
  const told = detection === undefined ? '' : ' (told from the rows)';
  const title = `${style.bold(escapeText(file))}: ${plural(rows, 'row')}, ${format}${told}`;
  return [
    `${title}\n${verdicts(consumers, style)}`,
    ...consumers.flatMap((consumer) => problems(consumer, style)),
    ...(lengths === undefined ? [] : [lengthRows(lengths)]),
  ];
}

function verdicts(consumers: readonly ConsumerReport[], style: Style): string {
  if (consumers.length === 0) return '  no known trainer reads this format';
  const rows = consumers.map(({ consumer, versions, accepted, outcomes, file }) => [
    consumer,
    count(accepted),
    ...OUTCOMES.map((outcome) => painted(outcomes[outcome], outcome, style)),
    file.length > 0 ? style.red(`${plural(file.length, 'problem')} of the file`) : style.dim(versions),
  ]);
  return table([['', 'accepted', ...OUTCOMES, ''], ...rows], { right: [1, 2, 3, 4, 5] });
}

function painted(rows: number, outcome: Outcome, style: Style): string {
  if (rows === 0) return '0';
  return outcome === 'rejected' ? style.red(count(rows)) : style.yellow(count(rows));
}

function problems({ consumer, file, rules, findings }: ConsumerReport, style: Style): string[] {
  if (file.length === 0 && rules.length === 0) return [];
  const rows = [
    ...file.flatMap(({ rule, outcome, message, fix }) => [
      ['the file', style.yellow(outcome), rule, escapeText(message)],
      ['', '', '', style.dim(escapeText(fix))],
    ]),
    ...rules.slice(0, SHOWN_RULES).flatMap(({ rule, outcome, rows: broken, fix }) => [
      [plural(broken, 'row'), style.yellow(outcome), rule, style.dim(escapeText(fix))],
      ...findings
        .filter((finding) => finding.rule === rule)
        .slice(0, SHOWN_PLACES)
        .map((finding) => ['', '', place(finding), escapeText(finding.message)]),
    ]),
  ];
  const more =
    rules.length > SHOWN_RULES ? `\n  and ${plural(rules.length - SHOWN_RULES, 'more rule')}: --json lists all` : '';
  return [`${style.cyan(`Problems for ${consumer}`)}\n${table(rows)}${more}`];
}

function place({ line, column }: Finding): string {
  return `line ${line}:${column}`;
}

function lengthRows({ rows, tokens, longest, contexts }: LengthTable): string {
  const cells = contexts.map((context) => [
    count(context.tokens),
    count(context.fits),
    percent(context.fits, rows),
    count(context.exceeds),
  ]);
  return `Length (${plural(tokens, 'token')} in all, longest row ${count(longest)})\n${table(
    [['context', 'rows fit', '', 'too long'], ...cells],
    { right: [0, 1, 2, 3] },
  )}`;
}

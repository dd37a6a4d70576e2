import type { Alternative, Evidence, Lineage, RecordExplanation, Sibling, Span } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count, percent, plural } from './numbers.ts';
import { renderRecord } from './record.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

export interface ExplanationView {
  readonly explanation: RecordExplanation;
  readonly evidence: readonly Evidence[];
  readonly style: Style;
  /** Columns to break lines at; undefined leaves them whole, for programs. */
  readonly width?: number;
}

const SHOWN_PASSAGES = 12;
const SHOWN_ALTERNATIVES = 10;
const LONGEST_LINE = 90;

/** A record, and all that led to it: its place, its pattern, its checks, and what was not taken instead. */
export function renderExplanation(view: ExplanationView): string {
  const { explanation, style } = view;
  const sections = [
    renderRecord({ ...view, record: explanation.record }).trimEnd(),
    titled('Where it comes from', sourceRows(explanation), style),
    titled('The pattern that made it', patternRows(explanation), style),
    titled('Checks it passed', checkRows(explanation, style), style),
    alternatives(explanation, style),
    siblings(explanation.siblings, style),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function titled(title: string, rows: ReadonlyArray<readonly string[]>, style: Style): string {
  return `${style.cyan(title)}\n${table(rows)}`;
}

function sourceRows({ record, row }: RecordExplanation): string[][] {
  const { lineage, sources } = record;
  const section = lineage.headingPath.length === 0 ? '(before the first heading)' : lineage.headingPath.join(' › ');
  const rest = sources.length - SHOWN_PASSAGES;
  return [
    ['row', `${escapeText(row.file)}, line ${count(row.line)}`],
    ['document', escapeText(lineage.path)],
    ['sha256', escapeText(lineage.documentId)],
    ['section', escapeText(section)],
    ...(lineage.otherDocuments ?? []).flatMap(({ path, documentId }) => [
      ['and document', escapeText(path)],
      ['sha256', escapeText(documentId)],
    ]),
    ...sources.slice(0, SHOWN_PASSAGES).map((span, index) => [index === 0 ? 'passages' : '', passage(span, lineage)]),
    ...(rest > 0 ? [['', `and ${plural(rest, 'more passage')}`]] : []),
  ];
}

/** `page 3, characters 120 to 260: "Annual leave is …"`, with the path before it where it is another document's. */
function passage({ documentId, page, start, end, quote }: Span, { otherDocuments }: Lineage): string {
  const other = otherDocuments?.find((document) => document.documentId === documentId);
  const path = other === undefined ? '' : `${escapeText(other.path)}, `;
  const place = page === undefined ? '' : `page ${count(page)}, `;
  return `${path}${place}characters ${start} to ${end}: "${oneLine(quote)}"`;
}

function patternRows({ pattern, score }: RecordExplanation): string[][] {
  const { name, version, promise, precision } = pattern;
  return [
    ['name', `${escapeText(name)}, version ${escapeText(version)}`],
    ['promise', promise ?? 'not known to this version of dsgen'],
    ...(precision === undefined ? [] : [['precision', `${percent(precision, 1)} of its records kept when last read`]]),
    ['rank', `${score.toFixed(2)} of 1 in its section`],
  ];
}

function checkRows({ checks }: RecordExplanation, style: Style): string[][] {
  return checks.map(({ name, finding }) => [style.green('passed'), name, finding]);
}

function alternatives({ alternatives: found, alternativesTotal }: RecordExplanation, style: Style): string {
  if (alternativesTotal === 0) return style.cyan('No other candidate of its section was rejected');
  const rows = found.slice(0, SHOWN_ALTERNATIVES).flatMap((alternative) => alternativeRows(alternative, style));
  const rest = alternativesTotal - Math.min(found.length, SHOWN_ALTERNATIVES);
  const more = rest > 0 ? `\n  and ${count(rest)} more: rejected.jsonl has all` : '';
  return `${titled(`What was rejected beside it (${count(alternativesTotal)})`, rows, style)}${more}`;
}

function alternativeRows({ pattern, question, reason, detail, lostToRecord }: Alternative, style: Style): string[][] {
  return [
    [style.yellow(escapeText(reason)), escapeText(pattern), oneLine(question)],
    [lostToRecord ? 'beaten by it' : '', '', style.dim(oneLine(detail))],
  ];
}

function siblings(found: readonly Sibling[], style: Style): string {
  if (found.length === 0) return '';
  const rows = found.map(({ id, pattern, question }) => [escapeText(id), escapeText(pattern), oneLine(question)]);
  return titled('Also kept from its section', rows, style);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return escapeText(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
}

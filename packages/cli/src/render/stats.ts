import { reasonHint, type DatasetManifest } from '@dsgen/sdk';
import type { DatasetStatistics } from '../statistics.ts';
import { escapeText } from './escape.ts';
import { renderHistogram } from './histogram.ts';
import { renderLedger } from './ledger.ts';
import { count, percent, plural } from './numbers.ts';
import { rankReasons, reasonName } from './reasons.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

export interface StatsView {
  readonly manifest: DatasetManifest;
  readonly statistics: DatasetStatistics;
  readonly style: Style;
}

const SHOWN_DOCUMENTS = 15;

/** What a dataset holds, in numbers. */
export function renderStats({ manifest, statistics, style }: StatsView): string {
  const { records } = manifest;
  const { documents, tokens } = statistics;
  const sections = [
    `${style.bold(escapeText(manifest.name))}: ${plural(records, 'record')} in the format ${escapeText(manifest.format)}`,
    counted('Splits', Object.entries(manifest.splits), records),
    counted('Tasks', Object.entries(manifest.tasks), records),
    counted('Patterns', byCount(manifest.patterns), records),
    records === 0
      ? ''
      : `Tokens per record (${count(tokens.total)} in all, median ${count(tokens.median)}, longest ${count(tokens.longest)})\n${renderHistogram(tokens.histogram, style)}`,
    counted(
      documentsTitle(documents.length),
      documents.slice(0, SHOWN_DOCUMENTS).map(({ path, records: value }) => [path, value]),
      records,
    ),
    `Account\n${renderLedger(manifest.ledger)}`,
    reasons('Why candidates were rejected', manifest, 'candidate', style),
    reasons('Why documents gave nothing', manifest, 'document', style),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function documentsTitle(documents: number): string {
  return documents > SHOWN_DOCUMENTS
    ? `Documents (the first ${SHOWN_DOCUMENTS} of ${count(documents)} by records)`
    : 'Documents';
}

function byCount(counts: Readonly<Record<string, number>>): Array<[string, number]> {
  return Object.entries(counts).toSorted(
    ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
  );
}

function counted(title: string, entries: ReadonlyArray<readonly [string, number]>, total: number): string {
  if (entries.length === 0) return '';
  const rows = entries.map(([name, value]) => [count(value), percent(value, total), escapeText(name)]);
  return `${title}\n${table(rows, { right: [0, 1] })}`;
}

function reasons(title: string, manifest: DatasetManifest, kind: 'candidate' | 'document', style: Style): string {
  const ranked = rankReasons(manifest.ledger.reasons, kind);
  if (ranked.length === 0) return '';
  const rows = ranked.map(({ reason, count: value }) => [
    count(value),
    reasonName(reason),
    style.dim(reasonHint(reason)),
  ]);
  return `${title}\n${table(rows, { right: [0] })}`;
}

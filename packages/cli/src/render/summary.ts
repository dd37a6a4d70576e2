import { join } from 'node:path';
import { DOCUMENT_REASONS, reasonHint, type GenerateResult } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { renderLedger } from './ledger.ts';
import { count, duration, plural } from './numbers.ts';
import { dollars } from './progress-text.ts';
import type { ProgressState, QuarantinedDocument } from './progress-state.ts';
import { shellWord, shownPath } from './paths.ts';
import { rankReasons, reasonName } from './reasons.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

export interface Summary {
  readonly result: GenerateResult;
  readonly jobId: string;
  readonly progress: ProgressState;
  readonly elapsedMs: number;
  /** Where the records went, when not only into the dataset. */
  readonly rowsTo?: string;
  /** The documents as they were given. */
  readonly paths: readonly string[];
  readonly style: Style;
  /** ` --store DIR` where later commands need it, else nothing. */
  readonly storeArgument: string;
}

const SHOWN_REASONS = 3;
const REPORT_FILE = 'report.html';
const SHOWN_QUARANTINED = 5;
const SKIP_REASONS: ReadonlySet<string> = new Set(DOCUMENT_REASONS.skipped);

/** The last screen of a run: what there is now, where everything else went, and what to do next. */
export function renderSummary(summary: Summary): string {
  const { result, progress, elapsedMs } = summary;
  const sections = [
    headline(summary),
    renderLedger(result.ledger),
    reasonSection(summary, 'call', 'Why model calls gave nothing'),
    reasonSection(summary, 'candidate', 'Why candidates were rejected'),
    skippedSection(summary),
    quarantineSection(summary),
    tookLine(progress, elapsedMs),
    nextSection(summary),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** `Took 7.9 s; 12 documents unchanged since an earlier run` */
function tookLine(progress: ProgressState, elapsedMs: number): string {
  const unchanged = `${plural(progress.cached, 'document')} unchanged since an earlier run`;
  const spent = progress.calls?.spentUsd ?? 0;
  const parts = [
    `Took ${duration(elapsedMs)}`,
    ...(progress.cached > 0 ? [unchanged] : []),
    ...(spent > 0 ? [`spent ${dollars(spent)}`] : []),
  ];
  return parts.join('; ');
}

function headline({ result, rowsTo, style }: Summary): string {
  const { manifest, dataset } = result;
  const splits = Object.entries(manifest.splits).map(([split, records]) => `${count(records)} ${split}`);
  const lines = [
    `${style.bold(style.green(plural(manifest.records, 'record')))} (${splits.join(', ')}) in the format ${escapeText(manifest.format)}`,
    ...(rowsTo === undefined ? [] : [`Records  ${escapeText(shownPath(rowsTo))}`]),
    `Dataset  ${style.bold(escapeText(shownPath(dataset)))}`,
    `Look     ${style.bold(escapeText(shownPath(join(dataset, REPORT_FILE))))}`,
  ];
  return lines.join('\n');
}

function reasonSection({ result, style }: Summary, kind: 'call' | 'candidate', title: string): string {
  const ranked = rankReasons(result.ledger.reasons, kind);
  if (ranked.length === 0) return '';
  const rows = ranked
    .slice(0, SHOWN_REASONS)
    .map(({ reason, count: value }) => [count(value), reasonName(reason), style.dim(reasonHint(reason))]);
  const others = ranked.length > SHOWN_REASONS ? ` (the first ${SHOWN_REASONS} of ${ranked.length})` : '';
  return `${title}${others}\n${table(rows, { right: [0] })}`;
}

function skippedSection({ result, style }: Summary): string {
  const skipped = rankReasons(result.ledger.reasons, 'document').filter(({ reason }) =>
    SKIP_REASONS.has(reasonName(reason)),
  );
  if (result.ledger.documents.skipped === 0 || skipped.length === 0) return '';
  const rows = skipped.map(({ reason, count: value }) => [
    count(value),
    reasonName(reason),
    style.dim(reasonHint(reason)),
  ]);
  return `Skipped documents\n${table(rows, { right: [0] })}`;
}

function quarantineSection(summary: Summary): string {
  const { progress, jobId, style } = summary;
  if (progress.quarantine.length === 0) return '';
  const more = progress.quarantine.length - SHOWN_QUARANTINED;
  const rest = more > 0 ? `\n  and ${count(more)} more: dsgen jobs show ${jobId}${summary.storeArgument}` : '';
  return `Quarantined documents\n${quarantineTable(progress.quarantine.slice(0, SHOWN_QUARANTINED), style)}${rest}`;
}

/** Two lines per document: names and reasons are both long. */
export function quarantineTable(documents: readonly QuarantinedDocument[], style: Style): string {
  return table(
    documents.flatMap(({ path, reason, detail }) => [
      [style.yellow(reason), escapeText(path)],
      ['', style.dim(escapeText(detail))],
    ]),
  );
}

function nextSection({ result, paths, storeArgument, style }: Summary): string {
  const dataset = shellWord(shownPath(result.dataset));
  const corpus = paths.map(shellWord).join(' ');
  const show = `dsgen show ${dataset} --random 3${storeArgument}`;
  const verify = `dsgen verify ${dataset} --corpus ${corpus}${storeArgument}`;
  const plan = `dsgen plan ${corpus}${storeArgument}`;
  const wanted = result.manifest.records === 0 ? [`dsgen stats ${dataset}`, plan] : [show, verify];
  // A resumed job knows its documents by itself: then there are no paths to name.
  const commands = corpus === '' ? wanted.slice(0, 1) : wanted;
  return `Next\n${commands.map((command) => `  ${style.cyan(command)}`).join('\n')}`;
}

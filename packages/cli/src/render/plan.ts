import { reasonHint, type DocumentPlan } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { byteSize, count, duration, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** Sums over the documents of a plan. */
export interface PlanTotals {
  readonly documents: number;
  readonly bytes: number;
  readonly planned: number;
  readonly skipped: number;
  readonly quarantined: number;
  readonly pages: number;
  readonly pagesWithoutText: number;
  readonly estimatedTokens: number;
  /** Milliseconds of one core. */
  readonly estimatedMs: number;
  /** Documents by lane, in the order of the lanes. */
  readonly lanes: Readonly<Record<string, number>>;
}

export function planTotals(documents: readonly DocumentPlan[]): PlanTotals {
  const planned = documents.filter(({ outcome }) => outcome === undefined);
  const lanes = new Map<string, number>();
  for (const { lane } of planned) lanes.set(lane, (lanes.get(lane) ?? 0) + 1);
  return {
    documents: documents.length,
    bytes: sum(documents, ({ bytes }) => bytes),
    planned: planned.length,
    skipped: documents.filter(({ outcome }) => outcome?.state === 'skipped').length,
    quarantined: documents.filter(({ outcome }) => outcome?.state === 'quarantined').length,
    pages: sum(planned, ({ pages }) => pages ?? 0),
    pagesWithoutText: sum(planned, ({ pagesWithoutText }) => pagesWithoutText ?? 0),
    estimatedTokens: sum(planned, ({ estimatedTokens }) => estimatedTokens),
    estimatedMs: sum(planned, ({ estimatedMs }) => estimatedMs),
    lanes: Object.fromEntries([...lanes].toSorted()),
  };
}

export interface PlanView {
  readonly documents: readonly DocumentPlan[];
  readonly cores: number;
  /** List each document, however many there are. */
  readonly isComplete: boolean;
  readonly style: Style;
}

/** A screen's worth; more documents are shown by group. */
const SHOWN_DOCUMENTS = 40;
const SHOWN_LEFT_OUT = 15;

/** The documents or, when they are many, their groups; what would give nothing and why; the sums. */
export function renderPlan(view: PlanView): string {
  const { documents, cores } = view;
  const planned = documents.filter(({ outcome }) => outcome === undefined);
  const isListed = view.isComplete || planned.length <= SHOWN_DOCUMENTS;
  const sections = [
    planned.length === 0 ? '' : isListed ? documentTable(planned, view) : groupTable(planned, view),
    leftOutSection(view),
    totalsText(planTotals(documents), cores),
    isListed ? '' : view.style.dim('--all lists every document'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function documentTable(planned: readonly DocumentPlan[], { style }: PlanView): string {
  const header = ['reader', 'complexity', 'lane', 'pages', 'size', 'tokens', 'time', 'document'];
  return table([header.map(style.dim), ...planned.map(documentRow)], { right: [3, 4, 5, 6], indent: 0 });
}

function documentRow(document: DocumentPlan): string[] {
  const withoutText = document.pagesWithoutText ?? 0;
  const note = withoutText > 0 ? ` (${plural(withoutText, 'page')} without text)` : '';
  return [
    document.processor,
    document.complexity,
    document.lane,
    document.pages === undefined ? '-' : count(document.pages),
    byteSize(document.bytes),
    count(document.estimatedTokens),
    duration(document.estimatedMs),
    escapeText(document.path) + note,
  ];
}

function groupTable(planned: readonly DocumentPlan[], { style }: PlanView): string {
  const groups = new Map<string, DocumentPlan[]>();
  for (const document of planned) {
    const key = [document.processor, document.complexity, document.lane].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  const header = ['reader', 'complexity', 'lane', 'documents', 'pages', 'size', 'tokens', 'time'];
  const rows = [...groups]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, group]) => {
      const { pages, bytes, estimatedTokens, estimatedMs } = planTotals(group);
      const pagesShown = pages === 0 ? '-' : count(pages);
      return [
        ...key.split('\0'),
        count(group.length),
        pagesShown,
        byteSize(bytes),
        count(estimatedTokens),
        duration(estimatedMs),
      ];
    });
  return table([header.map(style.dim), ...rows], { right: [3, 4, 5, 6, 7], indent: 0 });
}

function leftOutSection({ documents, isComplete, style }: PlanView): string {
  const leftOut = documents.filter(({ outcome }) => outcome !== undefined);
  if (leftOut.length === 0) return '';
  const shown = isComplete ? leftOut : leftOut.slice(0, SHOWN_LEFT_OUT);
  const rows = shown.flatMap((document) => leftOutRows(document, style));
  const more = leftOut.length - shown.length;
  return `Would give nothing\n${table(rows)}${more > 0 ? `\n  and ${plural(more, 'other')}: --all lists them` : ''}`;
}

/** Two lines: names and reasons are both long. */
function leftOutRows({ outcome, path }: DocumentPlan, style: Style): string[][] {
  if (outcome === undefined) return [];
  const hint = outcome.detail === '' ? reasonHint(`document/${outcome.reason}`) : outcome.detail;
  return [
    [outcome.state, style.yellow(outcome.reason), escapeText(path)],
    ['', '', style.dim(escapeText(hint))],
  ];
}

function totalsText(totals: PlanTotals, cores: number): string {
  const lanes = Object.entries(totals.lanes).map(([lane, documents]) => `${count(documents)} ${lane}`);
  const wallMs = totals.estimatedMs / Math.max(1, Math.min(cores, totals.planned));
  return table(
    [
      [
        'Documents',
        `${count(totals.documents)} = ${count(totals.planned)} to read + ${count(totals.skipped)} to skip + ${count(totals.quarantined)} to quarantine (${byteSize(totals.bytes)})`,
      ],
      ...(totals.pages > 0 ? [['Pages', pagesText(totals)]] : []),
      ...(lanes.length > 0 ? [['Lanes', lanes.join(', ')]] : []),
      ['Tokens', `about ${count(totals.estimatedTokens)}`],
      ['Time', `about ${duration(wallMs)} on ${plural(cores, 'core')}`],
    ],
    { indent: 0 },
  );
}

function pagesText({ pages, pagesWithoutText }: PlanTotals): string {
  return pagesWithoutText === 0
    ? count(pages)
    : `${count(pages)}, ${count(pagesWithoutText)} of them without text: --ocr reads them`;
}

function sum(documents: readonly DocumentPlan[], value: (document: DocumentPlan) => number): number {
  return documents.reduce((total, document) => total + value(document), 0);
}

import type { Price } from '@dsgen/backend-aws';
import type { LimitCheck } from './limits.ts';
import type { Measurement } from './measure-units.ts';
import type { PathCost } from './path-costs.ts';
import type { ScenarioResult } from './simulate.ts';

/** What `plan-corpus.ts` prints. */
export interface PlannedCorpus {
  readonly documents: number;
  /** With the bytes of an earlier one. */
  readonly repeated: number;
  readonly shards: Readonly<Record<string, number>>;
  /** Core time. */
  readonly seconds: number;
  /** Resident memory after a tenth of the documents, and the most later. */
  readonly earlyBytes: number;
  readonly peakBytes: number;
}

export function plannerText({
  documents,
  repeated,
  shards,
  seconds: taken,
  earlyBytes,
  peakBytes,
}: PlannedCorpus): string {
  const lanes = Object.entries(shards).map(([lane, count]) => `${thousands(count)} ${lane}`);
  return [
    '## The planner, measured',
    '',
    `One corpus of ${thousands(documents)} documents, ${thousands(repeated)} of them with the bytes of an earlier one: ${lanes.join(', ')} shards in ${taken.toFixed(0)} s of one core (${thousands(Math.round(documents / taken))} documents a second) with a heap of 64 MiB; resident memory ${Math.round(earlyBytes / 2 ** 20)} MiB after the first million, ${Math.round(peakBytes / 2 ** 20)} MiB at most.`,
    '',
  ].join('\n');
}

export function measurementTable(measured: Measurement): string {
  const rows = measured.byProcessor.map(({ processor, documents, bytes, workFactor, artefactBytesPerByte }) => [
    processor,
    String(documents),
    (bytes / 1e6).toFixed(1),
    workFactor.toFixed(2),
    artefactBytesPerByte.toFixed(2),
  ]);
  const all = [
    'all',
    String(measured.documents),
    (measured.bytes / 1e6).toFixed(1),
    measured.workFactor.toFixed(2),
    measured.artefactBytesPerByte.toFixed(2),
  ];
  return [
    '## Unit costs, measured',
    '',
    table(['processor', 'documents', 'MB', 'core time / estimate', 'artefact bytes per byte'], [...rows, all]),
    '',
    `The pass that writes the dataset took ${measured.assemblyMsPerDocument.toFixed(1)} ms of one core per document and gave ${measured.datasetBytesPerByte.toFixed(2)} bytes per byte of documents.`,
    '',
  ].join('\n');
}

export function scenarioTables(
  { scenario, hours, work, loads, largestJob }: ScenarioResult,
  limits: readonly LimitCheck[],
): string {
  const lanes = (['fast', 'standard', 'heavy'] as const).map((lane) => [
    lane,
    thousands(work.lanes[lane].documents),
    thousands(work.lanes[lane].shards),
    (work.lanes[lane].coreMs / 3_600_000).toFixed(1),
    `${loads[lane].peakWorkers} of ${scenario.lanes[lane].workers}`,
    `${(100 * loads[lane].utilisation).toFixed(0)} %`,
    seconds(loads[lane].meanWaitMs),
    seconds(loads[lane].longestWaitMs),
  ]);
  const facts = [
    `${thousands(work.documents)} documents, ${(work.bytes / 1e12).toFixed(2)} TB, ${scenario.jobs} jobs of ${thousands(largestJob.documents)} over ${hours.toFixed(1)} hours`,
  ];
  return [
    `## ${scenario.name}`,
    '',
    `${facts.join('; ')}.`,
    '',
    table(['lane', 'documents', 'shards', 'core hours', 'workers at once', 'busy', 'mean wait', 'longest wait'], lanes),
    '',
    table(
      ['limit', 'allowed', 'needed', ''],
      limits.map(({ limit, allowed, needed, kind }) => [
        limit,
        thousands(allowed),
        needed < 10 ? needed.toFixed(1) : thousands(Math.round(needed)),
        verdict(kind, needed <= allowed),
      ]),
    ),
    '',
  ].join('\n');
}

function verdict(kind: LimitCheck['kind'], holds: boolean): string {
  if (holds) return 'holds';
  return kind === 'quota' ? 'ask for more' : 'broken';
}

export function costTable(costs: readonly PathCost[], targetUsd: number): string {
  const rows = costs.map(({ path, usdPerGigabyte, byStage }) => [
    path,
    usdPerGigabyte.toFixed(2),
    usdPerGigabyte <= targetUsd ? 'below' : `${(usdPerGigabyte / targetUsd).toFixed(1)} ×`,
    ...(['process', 'assemble', 'store', 'deliver'] as const).map((stage) => byStage[stage].toFixed(3)),
    (byStage.upload + byStage.plan).toFixed(3),
  ]);
  return [
    '## US dollars per gigabyte, by path',
    '',
    table(
      [
        'documents',
        'USD/GB',
        `against ${targetUsd.toFixed(2)}`,
        'process',
        'assemble',
        'store',
        'deliver',
        'upload, plan',
      ],
      rows,
    ),
    '',
  ].join('\n');
}

export function priceTable(prices: Readonly<Record<string, Price>>): string {
  const rows = Object.entries(prices).map(([name, { usd, unit, asOf, evidence }]) => [
    name,
    String(Number(usd.toPrecision(6))),
    unit,
    asOf,
    evidence,
  ]);
  return ['## Prices', '', table(['item', 'USD', 'per', 'as of', ''], rows), ''].join('\n');
}

/** Aligned as the formatter aligns it, so that the page stays as it is written. */
function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
  );
  function line(cells: readonly string[]): string {
    return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  }
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}

function seconds(ms: number): string {
  return ms >= 600_000 ? `${(ms / 60_000).toFixed(0)} min` : `${(ms / 1_000).toFixed(1)} s`;
}

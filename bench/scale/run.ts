import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRICES, type UnitWork, type WorkLane } from '@dsgen/backend-aws';
import { corpora, root } from '../support.ts';
import type { LaneModel } from './lane-queue.ts';
import { limitChecks } from './limits.ts';
import { measureUnits } from './measure-units.ts';
import { costBySize, pathCosts } from './path-costs.ts';
import { plotCosts } from './plot.ts';
import { costTable, measurementTable, plannerText, priceTable, scenarioTables, type PlannedCorpus } from './tables.ts';
import { simulate, type Scenario } from './simulate.ts';

/**
 * `npm run lab:scale`: the planner over ten million documents, the specification's two loads played through the lanes of the core
 * profile, and what a gigabyte costs by path. `--write` puts the tables and the plot into docs/. Exits non-zero when the
 * planner's memory grows, or a limit that nobody can raise is broken.
 */
const TARGET_USD = 0.5;
const MANIFEST_DOCUMENTS = 10_000_000;
/** All the planner's process may keep; most of it is code. */
const PLANNER_HEAP = '--max-old-space-size=64';
/** What planning ten million documents may take beyond what the first million took. */
const MAX_GROWTH_MEBIBYTES = 64;

/** The lanes of the core profile (infra/src/profiles/profiles.ts): 100 calls at once, 256 vCPUs of Spot, half of them for each lane. */
const CORE: Readonly<Record<WorkLane, LaneModel>> = {
  fast: { workers: 100, cores: 1, startMs: 500, startsPerSecond: 1_000 },
  standard: { workers: 64, cores: 2, startMs: 45_000, startsPerSecond: 50 },
  heavy: { workers: 16, cores: 8, startMs: 45_000, startsPerSecond: 50 },
};
const SCENARIOS: readonly Scenario[] = [
  { name: '10,000 documents an hour', documents: 240_000, jobs: 480, documentsPerHour: 10_000, lanes: CORE },
  { name: '100 TB a month', documents: 10_000_000, jobs: 50, bytesPerMonth: 100e12, lanes: CORE },
];

const planner = fileURLToPath(new URL('plan-corpus.ts', import.meta.url));
const planned = JSON.parse(
  execFileSync(process.execPath, [PLANNER_HEAP, planner, String(MANIFEST_DOCUMENTS)], { encoding: 'utf8' }),
) as PlannedCorpus;
const growthMebibytes = (planned.peakBytes - planned.earlyBytes) / 2 ** 20;
const measured = await measureUnits(corpora().map(({ path }) => path));
const units: UnitWork = measured;
const results = [];
for (const scenario of SCENARIOS) results.push(await simulate(scenario, units));
const costs = await pathCosts(measured);
const sizes = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000].map((kilobytes) => kilobytes * 1_000);
const lines = await Promise.all(
  [
    ['text', 'txt'],
    ['HTML', 'html'],
    ['office', 'docx'],
    ['PDF', 'pdf'],
  ].map(async ([label = '', extension = '']) => ({
    label,
    points: (await costBySize(extension, sizes, measured)).map(
      ({ meanBytes, usdPerGigabyte }) => [meanBytes, usdPerGigabyte] as const,
    ),
  })),
);

const report = [
  plannerText(planned),
  measurementTable(measured),
  ...results.map((result) => scenarioTables(result, limitChecks(result))),
  costTable(costs, TARGET_USD),
  priceTable(PRICES),
].join('\n');
console.log(report);

if (process.argv.includes('--write')) {
  const page = join(root, 'docs', 'scale.md');
  const [before = ''] = readFileSync(page, 'utf8').split('<!-- figures -->');
  writeFileSync(page, `${before}<!-- figures -->\n\n${report}`);
  writeFileSync(join(root, 'docs', 'images', 'scale-cost.svg'), plotCosts(lines, TARGET_USD));
}

const problems = results.flatMap((result) =>
  limitChecks(result)
    .filter(({ kind, needed, allowed }) => kind === 'fixed' && needed > allowed)
    .map(({ limit, needed, allowed }) => `${result.scenario.name}: ${limit}: ${Math.round(needed)} of ${allowed}`),
);
if (growthMebibytes > MAX_GROWTH_MEBIBYTES)
  problems.push(`the planner's memory grew by ${Math.round(growthMebibytes)} MiB`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

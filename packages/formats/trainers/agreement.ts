import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OUTCOMES } from '../src/conformance/consumer.ts';
import { CONSUMERS, resolveConsumers } from '../src/conformance/consumers.ts';
import { badRows, goodRows } from '../src/conformance/fixtures/rows.ts';
import { matchesOf } from '../src/conformance/row-matches.ts';
import type { FormatName } from '../src/codecs.ts';

/** A row for a consumer, and whether it is from the table of rows or from what dsgen exports. */
export interface AgreementCase {
  readonly consumer: string;
  readonly format: FormatName;
  readonly row: unknown;
}

/** How a consumer's own code and our rules judge the same rows. */
export interface Agreement {
  readonly consumer: string;
  readonly same: number;
  readonly different: number;
  /** Rows that its code here cannot judge. */
  readonly notRun: number;
}

export interface AgreementReport {
  readonly agreements: readonly Agreement[];
  /** For people: each row on which the two differ. */
  readonly differences: readonly string[];
}

/** The bad rows and the good rows by which our rules are tested. */
export function tableCases(): readonly AgreementCase[] {
  const good = CONSUMERS.flatMap(({ name, formats }) =>
    goodRows.filter(([format]) => formats.includes(format)).map(([format, row]) => ({ consumer: name, format, row })),
  );
  const bad = badRows.map(([consumer, format, row]) => ({ consumer, format, row }));
  return [...bad, ...good].filter(({ consumer, format }) =>
    CONSUMERS.some(({ name, formats }) => name === consumer && formats.includes(format)),
  );
}

/** Runs the rows through the trainers' own loading code and compares. See README.md. */
export function compareVerdicts(python: string, cases: readonly AgreementCase[]): AgreementReport {
  const script = fileURLToPath(new URL('loaders.py', import.meta.url));
  const input = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  const { stdout, stderr, status } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`The trainers' code ended with ${status}:\n${stderr}`);
  const missing = stderr.split('\n').filter((line) => line.includes(': not here ('));
  const theirs = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TheirVerdict);
  const counts = new Map(CONSUMERS.map(({ name }) => [name, { same: 0, different: 0, notRun: 0 }]));
  const differences: string[] = [...missing];
  for (const [index, one] of cases.entries()) {
    const their = theirs[index] ?? { outcome: 'skipped', detail: '' };
    const ours = ourVerdict(one);
    const kind = compare(one.consumer, ours, their.outcome);
    const count = counts.get(one.consumer);
    if (count !== undefined) count[kind] += 1;
    if (kind !== 'different') continue;
    differences.push(
      `${one.consumer} ${one.format} ${JSON.stringify(one.row)}\n  we: ${ours}, they: ${their.outcome} ${their.detail}`,
    );
  }
  return { agreements: [...counts].map(([consumer, count]) => ({ consumer, ...count })), differences };
}

interface TheirVerdict {
  readonly outcome: string;
  readonly detail: string;
}

/** Code that knows the shape of a message only: what it accepts, the service may still refuse. */
const SHAPE_ONLY = new Set(['openai']);

function compare(consumer: string, ours: string, theirs: string): 'same' | 'different' | 'notRun' {
  if (theirs === 'skipped') return 'notRun';
  if (theirs === ours) return 'same';
  return SHAPE_ONLY.has(consumer) && theirs === 'accepted' ? 'notRun' : 'different';
}

function ourVerdict({ consumer, format, row }: AgreementCase): string {
  const [known] = resolveConsumers([consumer]);
  if (known === undefined) return 'skipped';
  const matches = matchesOf({ ok: true, value: row, line: 1 }, known, { format });
  const worst = OUTCOMES.find((outcome) => matches.some((match) => match.outcome === outcome));
  // A loader cannot tell that it trains on something else than was meant: to it the row is fine.
  return worst === undefined || worst === 'mistrained' ? 'accepted' : worst;
}

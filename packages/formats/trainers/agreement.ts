import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OUTCOMES } from '../src/conformance/consumer.ts';
import { CONSUMERS, resolveConsumers } from '../src/conformance/consumers.ts';
import { badRows, goodRows } from '../src/conformance/fixtures/rows.ts';
import { matchesOf } from '../src/conformance/row-matches.ts';
import type { FormatName } from '../src/codecs.ts';

/** Compares our verdicts with those of the trainers' own loading code: `agreement.ts <python>`. See README.md. */

interface Case {
  readonly consumer: string;
  readonly format: FormatName;
  readonly row: unknown;
}

function ourVerdict({ consumer, format, row }: Case): string {
  const [known] = resolveConsumers([consumer]);
  if (known === undefined) return 'skipped';
  const matches = matchesOf({ ok: true, value: row, line: 1 }, known, { format });
  const worst = OUTCOMES.find((outcome) => matches.some((match) => match.outcome === outcome));
  // A loader cannot tell that it trains on something else than was meant: to it the row is fine.
  return worst === undefined || worst === 'mistrained' ? 'accepted' : worst;
}

const cases: readonly Case[] = [
  ...badRows.map(([consumer, format, row]) => ({ consumer, format, row })),
  ...CONSUMERS.flatMap(({ name, formats }) =>
    goodRows.filter(([format]) => formats.includes(format)).map(([format, row]) => ({ consumer: name, format, row })),
  ),
].filter(({ consumer, format }) =>
  CONSUMERS.some(({ name, formats }) => name === consumer && formats.includes(format)),
);

const python = process.argv[2] ?? 'python3';
const script = fileURLToPath(new URL('loaders.py', import.meta.url));
const input = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
const { stdout, stderr, status } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
process.stderr.write(stderr);
if (status !== 0) process.exit(status ?? 1);

const theirs = stdout
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { outcome: string; detail: string });
const counts = new Map(CONSUMERS.map(({ name }) => [name, { same: 0, different: 0, skipped: 0 }]));
for (const [index, one] of cases.entries()) {
  const count = counts.get(one.consumer);
  const their = theirs[index];
  if (count === undefined || their === undefined) continue;
  const ours = ourVerdict(one);
  if (their.outcome === 'skipped') count.skipped += 1;
  else if (their.outcome === ours) count.same += 1;
  else {
    count.different += 1;
    process.stdout.write(`${one.consumer} ${one.format} ${JSON.stringify(one.row)}\n`);
    process.stdout.write(`  we: ${ours}, they: ${their.outcome} ${their.detail}\n`);
  }
}
for (const [name, { same, different, skipped }] of counts) {
  process.stdout.write(`${name}: ${same} agree, ${different} differ, ${skipped} not run\n`);
}
process.exitCode = [...counts.values()].some(({ different }) => different > 0) ? 1 : 0;

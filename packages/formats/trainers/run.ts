import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormatName } from '../src/codecs.ts';
import { compareVerdicts, tableCases, type AgreementCase } from './agreement.ts';

/**
 * `node packages/formats/trainers/run.ts`: installs the trainers' loading code into `.cache/trainers`, once, and compares its verdicts with
 * ours: on the table of good and bad rows, and on what `dsgen` exports of the example corpus. Skipped with one line where there is
 * no Python 3.10 or its packages cannot be installed in eight minutes.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, '.cache', 'trainers');
const python = join(cache, 'bin', 'python');
const INSTALL_MS = 8 * 60_000;
const requirements = ['requirements.txt', 'loaders.txt'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function run(command: readonly string[], timeout: number) {
  const [program = '', ...parameters] = command;
  return spawnSync(program, parameters, { encoding: 'utf8', timeout, maxBuffer: 1 << 28 });
}

/** Why the trainers' code is not here; undefined when it is. */
function install(): string | undefined {
  const stamp = join(cache, 'installed.txt');
  const wanted = requirements.map((path) => readFileSync(path, 'utf8')).join('');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined;
  const version = run(['python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 10))'], 10_000);
  if (version.status !== 0) return 'there is no Python 3.10 or newer';
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const until = Date.now() + INSTALL_MS;
  const [needed = '', loaders = ''] = requirements;
  const pip = [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  for (const step of [
    ['python3', '-m', 'venv', cache],
    [...pip, '-r', needed],
    [...pip, '--no-deps', '-r', loaders],
  ]) {
    const { status, stderr } = run(step, Math.max(1, until - Date.now()));
    if (status !== 0)
      return `${step.slice(0, 4).join(' ')} failed: ${stderr.trim().split('\n').at(-1) ?? 'it took too long'}`;
  }
  writeFileSync(stamp, wanted);
  return undefined;
}

/** What is exported for whom. */
const EXPORTS: ReadonlyArray<readonly [consumer: string, formats: readonly FormatName[]]> = [
  ['llamafactory', ['alpaca', 'sharegpt']],
  ['axolotl', ['alpaca', 'sharegpt', 'openai']],
  ['torchtune', ['alpaca', 'sharegpt', 'openai']],
  ['trl', ['openai', 'prompt-completion']],
  ['together', ['openai', 'prompt-completion']],
  ['unsloth', ['sharegpt']],
  ['openai', ['openai']],
];

/** What dsgen makes of the example corpus for each consumer: every row has to be accepted. */
function exportedCases(folder: string): readonly AgreementCase[] {
  const cli = join(root, 'packages', 'cli', 'bin', 'dsgen.js');
  const source = join(folder, 'rows.jsonl');
  dsgen(cli, ['generate', join(root, 'examples', 'handbook'), '--store', join(folder, 'store'), '--out', source]);
  return EXPORTS.flatMap(([consumer, formats]) =>
    formats.flatMap((format) => {
      const shaped = join(folder, `${consumer}-${format}.jsonl`);
      dsgen(cli, ['convert', source, shaped, '--to', format, '--for', consumer]);
      const rows = readFileSync(shaped, 'utf8').trimEnd().split('\n');
      return rows.map((row) => ({ consumer, format, row: JSON.parse(row) as unknown }));
    }),
  );
}

function dsgen(cli: string, parameters: readonly string[]): void {
  const { status, stderr } = run([process.execPath, cli, ...parameters], 120_000);
  if (status !== 0) throw new Error(`dsgen ${parameters.join(' ')} ended with ${status}:\n${stderr}`);
}

function printVersions(): void {
  const names = requirements.flatMap((path) => readFileSync(path, 'utf8').match(/^[\w-]+/gm) ?? []);
  const script = 'import importlib.metadata as m, sys; print(", ".join(f"{n} {m.version(n)}" for n in sys.argv[1:]))';
  print(`ran: ${run([python, '-c', script, ...names], 30_000).stdout.trim()}`);
}

const obstacle = install();
if (obstacle === undefined) {
  printVersions();
  const exports = join(cache, 'exports');
  rmSync(exports, { recursive: true, force: true });
  mkdirSync(exports, { recursive: true });
  const tables = {
    'table of good and bad rows': tableCases(),
    'exports of the example corpus': exportedCases(exports),
  };
  for (const [name, cases] of Object.entries(tables)) {
    const { agreements, differences } = compareVerdicts(python, cases);
    print(`\n${name}`);
    for (const { consumer, same, different, notRun } of agreements) {
      if (same + different + notRun > 0) print(`${consumer}: ${same} agree, ${different} differ, ${notRun} not run`);
    }
    for (const difference of differences) print(difference);
    if (differences.length > 0) process.exitCode = 1;
  }
} else {
  print(`skipped: comparing verdicts with the trainers' own code, because ${obstacle}`);
}

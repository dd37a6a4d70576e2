import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cli, peakMemory, printTable, timed, withTemporaryFolder, type Timing } from '../support.ts';
import { FORMATS, jqProgram, type Conversion, type Format } from './peers.ts';
import { writeInputs } from './write-inputs.ts';

/**
 * `node bench/formats/run.ts [--mb 1000] [--runs 3]`: every pair of Alpaca, ShareGPT and OpenAI against DuckDB, jq and the plain
 * path, each as a process of its own that reads a file and writes one. Times are the best of the runs; on a machine that has other
 * work too, CPU times tell more than they. jq gets a tenth of the file. Needs about four times the size in the temporary
 * folder: with `TMPDIR=/dev/shm` no disk takes part. All programs have all processors; dsgen and DuckDB have run once before.
 */
const { values } = parseArgs({
  options: { mb: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const megabytes = Number(values.mb);
const runs = Number(values.runs);
const node = process.execPath;
const [duckdb, plain, checks] = ['duckdb.ts', 'plain.ts', 'checks.ts'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

function isThere(name: string, command: readonly string[]): boolean {
  const [program = '', ...parameters] = command;
  if (spawnSync(program, parameters, { stdio: 'ignore' }).status === 0) return true;
  console.log(`skipped: ${name}, which is not installed`);
  return false;
}

function best(command: readonly string[], folder: string, times = runs): Timing {
  const timings = Array.from({ length: times }, () => timed(command, folder));
  const failed = timings.find(({ status }) => status !== 0);
  if (failed !== undefined) throw new Error(`${command.join(' ')} ended with ${failed.status}`);
  return timings.reduce((left, right) => (left.wallMs < right.wallMs ? left : right));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Offset of the first line end at or after an offset. */
function lineEnd(path: string, offset: number): number {
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(1 << 20);
  readSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
  return offset + bytes.indexOf(0x0a);
}

/** The first lines of a file, about a tenth of it. */
async function tenth(path: string): Promise<{ readonly path: string; readonly share: number }> {
  const { size } = statSync(path);
  const part = `${path}.tenth`;
  await pipeline(createReadStream(path, { end: lineEnd(path, Math.floor(size / 10)) }), createWriteStream(part));
  return { path: part, share: statSync(part).size / size };
}

/** Megabytes a second. */
function speed({ wallMs }: Timing, bytes: number): number {
  return bytes / 1000 / wallMs;
}

function against(mine: number, theirs: number): string {
  return `${(mine / theirs).toFixed(1)}× (${theirs.toFixed(0)} MB/s)`;
}

/** Of the file system that Linux keeps in memory. */
const TMPFS = 0x01021994;

function describePlace(folder: string): string {
  const disk = statfsSync(folder).type === TMPFS ? 'memory (tmpfs)' : 'a disk';
  return `Files are on ${disk}; ${availableParallelism()} processors for everybody`;
}

/** Puts a file on the disk for good and all of it into memory: what was just written would still be on its way in the first run. */
async function settle(path: string): Promise<void> {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
  await sha256(path);
}

/** Runs the programs once on the smallest input, so that none of them compiles itself while it is measured. */
async function warmUp(folder: string, hasDuckdb: boolean): Promise<void> {
  const small = join(folder, 'small');
  mkdirSync(small);
  const { alpaca } = await writeInputs(small, 1);
  const output = join(small, 'out.jsonl');
  best([node, cli, 'convert', alpaca, output, '--from', 'alpaca', '--force'], folder, 1);
  if (hasDuckdb) best([node, duckdb ?? '', 'alpaca', 'openai', alpaca, output], folder, 1);
}

interface Inputs {
  readonly folder: string;
  readonly paths: Readonly<Record<Format, string>>;
  readonly hasDuckdb: boolean;
  readonly hasJq: boolean;
}

async function measure({ from, to }: Conversion, { folder, paths, hasDuckdb, hasJq }: Inputs): Promise<string[]> {
  const input = paths[from];
  const output = join(folder, 'out.jsonl');
  const ours = [node, cli, 'convert', input, output, '--from', from, '--to', to, '--force'];
  const mine = best(ours, folder);
  const { peakMb } = await peakMemory(ours, folder);
  const oracle = timed([node, plain ?? '', from, to, input], folder);
  const isEqual = oracle.stdout.trim() === (await sha256(output));
  const { size } = statSync(input);
  const mySpeed = speed(mine, size);
  const theirs = hasDuckdb ? best([node, duckdb ?? '', from, to, input, output], folder) : undefined;
  const part = hasJq ? await tenth(input) : undefined;
  const jq = ['bash', '-c', 'jq -c "$1" "$2" > "$3"', 'bash', jqProgram({ from, to }), part?.path ?? '', output];
  const slow = part === undefined ? '' : against(mySpeed, speed(best(jq, folder, 1), part.share * size));
  rmSync(output, { force: true });
  return [
    `${from} to ${to}`,
    `${mySpeed.toFixed(0)} MB/s`,
    `${(mine.cpuMs / 1000).toFixed(2)} s`,
    theirs === undefined ? '' : against(mySpeed, speed(theirs, size)),
    theirs === undefined ? '' : `${(theirs.cpuMs / 1000).toFixed(2)} s`,
    slow,
    against(mySpeed, speed(oracle, size)),
    `${peakMb.toFixed(0)} MB`,
    isEqual ? 'yes' : 'NO',
  ];
}

function printChecks(paths: Inputs['paths'], folder: string): void {
  const rows = FORMATS.map((format) => {
    const { cpuMs } = JSON.parse(timed([node, checks ?? '', paths[format]], folder).stdout) as { cpuMs: number };
    const converted = best(
      [node, cli, 'convert', paths[format], join(folder, 'out.jsonl'), '--from', format, '--force'],
      folder,
    );
    return [format, `${(cpuMs / 1000).toFixed(2)} s`, `${((100 * cpuMs) / converted.cpuMs).toFixed(0)} %`];
  });
  printTable('What is checked of every character: UTF-8, control characters, NFC', [
    ['format', 'CPU', 'of a conversion'],
    ...rows,
  ]);
}

await withTemporaryFolder(async (folder) => {
  console.log(`Writing ${megabytes} MB of each format`);
  const paths = await writeInputs(folder, megabytes);
  const hasDuckdb = isThere('DuckDB', [node, '--input-type=module', '--eval', "await import('@duckdb/node-api')"]);
  for (const path of Object.values(paths)) await settle(path);
  await warmUp(folder, hasDuckdb);
  console.log(describePlace(folder));
  const inputs = { folder, paths, hasDuckdb, hasJq: isThere('jq', ['jq', '--version']) };
  const rows: string[][] = [];
  for (const from of FORMATS) for (const to of FORMATS) rows.push(await measure({ from, to }, inputs));
  printTable(`${megabytes} MB, best of ${runs}`, [
    [
      'pair',
      'dsgen',
      'its CPU',
      'as fast as DuckDB',
      'its CPU',
      'as jq',
      'as the plain path',
      'peak memory',
      'equal to the plain path',
    ],
    ...rows,
  ]);
  printChecks(paths, folder);
});

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const cli = join(root, 'packages', 'cli', 'bin', 'dsgen.js');

/** The folder of real documents benchmarks read; the example corpus stands in where it is not set. */
export function corpora(): { readonly name: string; readonly path: string }[] {
  const folder = process.env['DSGEN_CORPORA'];
  if (folder === undefined) {
    console.log('DSGEN_CORPORA is not set: figures are for examples/handbook only');
    return [{ name: 'handbook', path: join(root, 'examples', 'handbook') }];
  }
  return ['formats', 'prose'].map((name) => ({ name, path: join(folder, name) }));
}

export async function withTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'dsgen-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Timing {
  readonly wallMs: number;
  /** User and system time of the process and every descendant it waited for. */
  readonly cpuMs: number;
  readonly status: number | null;
  readonly stdout: string;
}

/** Runs a command under the shell's own `time`, which also counts descendants. */
export function timed(command: readonly string[], cwd: string): Timing {
  const script = 'TIMEFORMAT="@@ %R %U %S"; time "$@"';
  const result = spawnSync('bash', ['-c', script, 'bash', ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  });
  const [, wall = '0', user = '0', system = '0'] = /@@ (\S+) (\S+) (\S+)/.exec(result.stderr) ?? [];
  return {
    wallMs: Number(wall) * 1000,
    cpuMs: (Number(user) + Number(system)) * 1000,
    status: result.status,
    stdout: result.stdout,
  };
}

/** Highest resident memory of the process itself (not its children), from the kernel's own mark. */
export async function peakMemory(command: readonly string[], cwd: string): Promise<{ peakMb: number; wallMs: number }> {
  const [program = 'node', ...parameters] = command;
  const started = performance.now();
  const child = spawn(program, parameters, { cwd, stdio: 'ignore', env: { ...process.env, CI: '1' } });
  let peakKb = 0;
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (!existsSync(status)) return;
    peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0));
  }, 50);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  return { peakMb: peakKb / 1024, wallMs: performance.now() - started };
}

/** Milliseconds until the command writes its first byte to standard output; the command is stopped then. */
export async function timeToFirstByte(command: readonly string[], cwd: string): Promise<number> {
  const [program = 'node', ...parameters] = command;
  const started = performance.now();
  const child = spawn(program, parameters, {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, CI: '1' },
  });
  const elapsed = await new Promise<number>((resolve) => {
    child.stdout.once('data', () => resolve(performance.now() - started));
    child.once('exit', () => resolve(Number.NaN));
  });
  child.kill('SIGKILL');
  return elapsed;
}

/** Copies of a corpus side by side; the caller changes their bytes, or all but the first would be duplicates. */
export function copies(source: string, target: string, count: number): void {
  for (let copy = 0; copy < count; copy += 1)
    cpSync(source, join(target, String(copy).padStart(3, '0')), { recursive: true });
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** One table, printed as Markdown so that it can be kept. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const [head = [], ...body] = rows;
  console.log(`\n## ${title}\n`);
  console.log(`| ${head.join(' | ')} |`);
  console.log(`|${head.map(() => '---').join('|')}|`);
  for (const row of body) console.log(`| ${row.join(' | ')} |`);
}

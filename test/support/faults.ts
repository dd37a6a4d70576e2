import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../packages/cli/bin/dsgen.js', import.meta.url));

/** Where one run reads and writes. */
export interface Run {
  readonly corpus: string;
  readonly store: string;
  readonly out: string;
  readonly concurrency?: number;
}

export function generateCommand(run: Run): string[] {
  const { corpus, store, out, concurrency = 2 } = run;
  return [cli, 'generate', corpus, '--store', store, '--out', out, '--concurrency', String(concurrency), '--json'];
}

export function generate(run: Run): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, generateCommand(run), { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Starts a run and kills it and its children after a delay. Answers whether it was still running. */
export async function killAfter(run: Run, delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, generateCommand(run), { stdio: 'ignore', detached: true });
  const ended = new Promise<boolean>((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')));
  const timer = setTimeout(() => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, delayMs);
  const killed = await ended;
  clearTimeout(timer);
  return killed;
}

export const hasStrace = spawnSync('strace', ['-V'], { encoding: 'utf8' }).status === 0;

/**
 * Runs under strace and kills the main process when it makes the system call for the given time.
 * One file thread makes "the n-th call" mean the same in every run. Answers false once there is no such call any more.
 */
export function killAtCall(run: Run, calls: string, count: number): boolean {
  const inject = ['-qq', '-f', '-o', join(run.store, '..', 'strace.log'), '-e', `trace=${calls}`];
  const fault = ['-e', `inject=${calls}:signal=SIGKILL:when=${count}`];
  const result = spawnSync('strace', [...inject, ...fault, process.execPath, ...generateCommand(run)], {
    stdio: 'ignore',
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  return result.signal === 'SIGKILL' || result.status === 137;
}

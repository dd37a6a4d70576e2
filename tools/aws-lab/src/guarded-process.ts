import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The shell waits for its own input to end, which happens when the process that started it stops in any way, also by
 * SIGKILL. Then it ends the program.
 */
const GUARD = 'exec 3<&0; "$@" <&- 3<&- & child=$!; (cat <&3 >/dev/null; kill "$child" 2>/dev/null) & wait "$child"';
const READY_TIMEOUT_MS = 240_000;
const STOP_TIMEOUT_MS = 5_000;

export interface GuardedProcessOptions {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program's output goes. */
  readonly logFile: string;
  /** Asked until it says yes: whether the program answers. */
  readonly isReady: () => Promise<boolean>;
}

export interface GuardedProcess {
  /** The program and what it started are the processes of this group. */
  readonly groupId: number;
  stop(): Promise<void>;
  /** SIGKILL at once, as when a machine is lost. */
  kill(): Promise<void>;
}

/** Starts a program that ends when this process ends, and waits until it answers. */
export async function startGuarded(options: GuardedProcessOptions): Promise<GuardedProcess> {
  const log = openSync(options.logFile, 'a');
  const child = spawn('sh', ['-c', GUARD, 'sh', ...options.command], {
    stdio: ['pipe', log, log],
    env: { ...process.env, ...options.env },
    detached: true,
  });
  const ended = once(child, 'exit');
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  function signalGroup(signal: NodeJS.Signals): void {
    if (!hasEnded && child.pid !== undefined) process.kill(-child.pid, signal);
  }
  async function kill(): Promise<void> {
    child.ref();
    signalGroup('SIGKILL');
    await ended;
  }
  async function stop(): Promise<void> {
    child.ref();
    child.stdin?.destroy();
    signalGroup('SIGTERM');
    await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    await kill();
  }
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await options.isReady().catch(() => false))) {
    if (hasEnded || Date.now() > deadline) {
      await stop();
      const output = readFileSync(options.logFile, 'utf8').slice(-2_000);
      throw new Error(`${options.command[0]} did not become ready. Its output ends with:\n${output}`);
    }
    await delay(25);
  }
  // Something answered; it was not this program when that has ended.
  if (hasEnded) throw new Error(`${options.command[0]} ended at its start:\n${readFileSync(options.logFile, 'utf8')}`);
  child.unref();
  return { groupId: child.pid ?? 0, stop, kill };
}

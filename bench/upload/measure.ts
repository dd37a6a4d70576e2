import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMebibytes: number;
  readonly stdout: string;
}

export interface Measured {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

const SAMPLE_MS = 20;
const MS_PER_TICK = 10;

/** Runs a program to its end; processor time and memory are the kernel's own counts of that process. */
export async function measure({ command, env, cwd }: Measured): Promise<Measurement> {
  const [program = '', ...parameters] = command;
  const started = performance.now();
  const child = spawn(program, parameters, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const sample = { cpuMs: 0, peakMebibytes: 0 };
  const timer = setInterval(() => Object.assign(sample, look(child.pid) ?? {}), SAMPLE_MS);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const wallMs = performance.now() - started;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${stderr.slice(-2_000)}`);
  return { wallMs, ...sample, stdout };
}

function look(pid: number | undefined): Pick<Measurement, 'cpuMs' | 'peakMebibytes'> | undefined {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : { peakMebibytes: Number(peak) / 1024, cpuMs: readStat(pid).cpuMs };
  } catch {
    return undefined;
  }
}

/** Processor time that the processes of a group have used so far. */
export function cpuOfGroup(groupId: number): number {
  let cpuMs = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readStat(Number(pid));
      if (stat.groupId === groupId) cpuMs += stat.cpuMs;
    } catch {
      // It ended meanwhile.
    }
  }
  return cpuMs;
}

function readStat(pid: number | undefined): { readonly groupId: number; readonly cpuMs: number } {
  // Behind the program's name, which may hold anything, the 12th and 13th fields are user and system time in ticks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return { groupId: Number(fields[2]), cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK };
}

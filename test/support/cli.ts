import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line, as an installed package runs it. */
export const CLI_ENTRY = fileURLToPath(new URL('../../packages/cli/bin/dsgen.js', import.meta.url));

export interface CliOptions {
  readonly cwd: string;
  /** Added to a small environment without terminal, colours or settings of the machine. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds until the run counts as hung and is killed. Default 280,000. */
  readonly timeoutMs?: number;
  /** A program that starts Node, with its arguments: another user, another name space. */
  readonly launcher?: readonly string[];
}

export interface CliResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly result: Promise<CliResult>;
  /** Resolves when standard error holds the text. */
  sees(text: string): Promise<void>;
}

/** Starts `dsgen` and gives the running process. */
export function startCli(args: readonly string[], options: CliOptions): RunningCli {
  const [program = process.execPath, ...rest] = [...(options.launcher ?? []), process.execPath, CLI_ENTRY, ...args];
  const child = spawn(program, rest, {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: options.cwd, NO_COLOR: '1', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdin.on('error', () => {}).end(options.input ?? '');
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 280_000);
  const result = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...output });
    });
  });
  async function sees(text: string): Promise<void> {
    while (!output.stderr.includes(text)) {
      if (child.exitCode !== null) throw new Error(`dsgen ended without telling "${text}":\n${output.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { process: child, result, sees };
}

/** Runs `dsgen` to its end. */
export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(args, options).result;
}

/** Runs `dsgen … --json` and gives the one object it prints. */
export async function runJson<Value>(
  args: readonly string[],
  options: CliOptions,
): Promise<CliResult & { readonly json: Value }> {
  const result = await runCli([...args, '--json'], options);
  try {
    return { ...result, json: JSON.parse(result.stdout) as Value };
  } catch (cause) {
    throw new Error(
      `dsgen ${args.join(' ')} printed no JSON (exit ${result.code}):\n${result.stdout}${result.stderr}`,
      { cause },
    );
  }
}

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Absolute path of something in the folder. */
  at(...names: readonly string[]): string;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
}

/** A folder that goes away with its scope: `await using folder = await temporaryFolder({ 'docs/a.md': '# A' })`. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'dsgen-test-'));
  async function write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    path,
    at: (...names) => join(path, ...names),
    write,
    read: (name) => readFile(join(path, name), 'utf8'),
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Control characters other than line feed: what must never reach a terminal from a document or a name. */
export function rawControlCharacters(text: string): string[] {
  return text.match(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu) ?? [];
}

import { fileURLToPath } from 'node:url';
import { run } from '@oclif/core/run';
import { reportError } from './render/error.ts';
import { watchStandardStreams } from './standard-streams.ts';

/** The folder with package.json and oclif.manifest.json, from `dist/`. */
const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command line and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  const isJson = wantsJson(argv, process.env);
  watchStandardStreams({ stdout: process.stdout, stderr: process.stderr, exit: (code) => process.exit(code) });
  try {
    await run(normalizeArguments(argv), packageRoot);
  } catch (error) {
    process.exitCode = reportError(error, { isJson, stdout: process.stdout, stderr: process.stderr });
  }
}

/** `dsgen help generate` means `dsgen generate --help`. */
function normalizeArguments(argv: readonly string[]): string[] {
  const [first, ...rest] = argv;
  return first === 'help' ? [...rest, '--help'] : [...argv];
}

/** Whether errors are wanted as JSON, known before any flag is parsed: a wrong flag is an error too. */
function wantsJson(argv: readonly string[], environment: NodeJS.ProcessEnv): boolean {
  const end = argv.indexOf('--');
  const flags = end === -1 ? argv : argv.slice(0, end);
  return flags.includes('--json') || ['1', 'true'].includes(environment['DSGEN_JSON'] ?? '');
}

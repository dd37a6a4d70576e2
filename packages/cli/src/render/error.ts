import type { Writable } from 'node:stream';
import { DsgenError } from '@dsgen/sdk';
import { escapeLines, toJson } from './escape.ts';
import { styleFor } from './style.ts';

const INTERNAL_FAULT = 1;
const CANCELLED = 130;

/** Exit codes by error class; classes by name, so that a back end with its own copy of the classes fits too. */
const EXIT_CODES: ReadonlyMap<string, number> = new Map([
  ['UsageError', 2],
  ['InputError', 3],
  ['GateError', 3],
  ['ExtractError', 3],
  ['LossError', 4],
  ['BackendError', 5],
  ['CancelledError', CANCELLED],
  ['FaultError', INTERNAL_FAULT],
]);

export interface ErrorReportOptions {
  readonly isJson: boolean;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly exitCode: number;
  /** Only for our own faults. */
  readonly stack?: string;
}

/** Prints an error the way its reader can use it and gives the exit code it stands for. */
export function reportError(error: unknown, options: ErrorReportOptions): number {
  const silent = silentExitCode(error);
  if (silent !== undefined) return silent;
  const report = describeError(error);
  if (options.isJson) options.stdout.write(`${toJson({ error: report })}\n`);
  options.stderr.write(renderError(report, options.stderr));
  return report.exitCode;
}

/** Outcomes that have been told already, or that nobody is left to read. */
function silentExitCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ClosedOutputError' || ('code' in error && error.code === 'EPIPE')) return 0;
  if ('code' in error && error.code === 'EEXIT') return oclifExitCode(error) ?? 0;
  return DsgenError.isInstance(error) && error.kind === 'cancelled' && error.code === 'interrupted'
    ? CANCELLED
    : undefined;
}

/** An error as data: what `--json` prints of it. */
export function describeError(error: unknown): ErrorReport {
  if (DsgenError.isInstance(error)) return describeDsgenError(error);
  if (error instanceof Error && 'oclif' in error) return describeUsage(error);
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { code: 'internal', message, exitCode: INTERNAL_FAULT, ...(stack === undefined ? {} : { stack }) };
}

function describeDsgenError(error: DsgenError): ErrorReport {
  const isFault = error.kind === 'fault';
  const exitCode = isFault
    ? INTERNAL_FAULT
    : (EXIT_CODES.get(error.name) ?? (error.kind === 'cancelled' ? CANCELLED : 3));
  return {
    code: error.code,
    message: error.message,
    exitCode,
    ...(error.fix === undefined ? {} : { fix: error.fix }),
    ...(isFault && error.stack !== undefined ? { stack: error.stack } : {}),
  };
}

/** What the flag parser raises: always about the command line, never about us. */
function describeUsage(error: Error): ErrorReport {
  const [message = '', ...rest] = error.message.split('\nSee more help with --help');
  const fix = rest.length > 0 ? 'See the flags and examples with --help.' : 'See the commands with: dsgen --help';
  return {
    code: 'usage',
    message: message.trim(),
    fix,
    exitCode: oclifExitCode(error) ?? 2,
  };
}

function oclifExitCode(error: Error): number | undefined {
  const details: unknown = 'oclif' in error ? error.oclif : undefined;
  const exit = typeof details === 'object' && details !== null && 'exit' in details ? details.exit : undefined;
  return typeof exit === 'number' ? exit : undefined;
}

function renderError(report: ErrorReport, stream: Writable): string {
  const style = styleFor(stream);
  const message = escapeLines(report.message);
  // Being stopped is no error: it gets no such label.
  const isStop = report.exitCode === CANCELLED;
  const lines = [isStop ? style.yellow(message) : `${style.red('error:')} ${message}`];
  if (report.fix !== undefined) lines.push(`${style.cyan(isStop ? '  next:' : '  fix:')} ${escapeLines(report.fix)}`);
  if (report.exitCode === INTERNAL_FAULT) {
    if (report.stack !== undefined) lines.push(style.dim(escapeLines(report.stack)));
    lines.push(
      'This is a fault in dsgen, not in your input. Please report it with the lines above and the output of: dsgen doctor',
    );
  }
  return `${lines.join('\n')}\n`;
}

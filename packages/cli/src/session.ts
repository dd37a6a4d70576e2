import { createDsgen, type Backend, type CreateDsgenOptions, type Dsgen } from '@dsgen/sdk';
import { ClosedOutputError, watchInterruption } from './interruption.ts';

export interface SessionOptions extends Omit<CreateDsgenOptions, 'backend'> {
  /** Opens another back end than the embedded one; it is closed with the session. */
  readonly openBackend?: (signal: AbortSignal) => Promise<Backend>;
  /** What to say at the first Ctrl-C. */
  readonly onInterrupt?: () => void;
}

/** When nobody reads any more, waiting for the work in hand serves nobody: it is done again in the next run. */
const CLOSED_OUTPUT_GRACE_MS = 500;

/** Runs with a signal that Ctrl-C and a closed pipe abort. */
export async function withInterruption<Result>(
  use: (signal: AbortSignal) => Promise<Result>,
  onInterrupt: () => void = () => {},
): Promise<Result> {
  using interruption = watchInterruption({
    signals: process,
    stdout: process.stdout,
    onInterrupt,
    exit: (code) => process.exit(code),
  });
  const { signal } = interruption;
  signal.addEventListener('abort', () => {
    if (!(signal.reason instanceof ClosedOutputError)) return;
    setTimeout(() => process.exit(0), CLOSED_OUTPUT_GRACE_MS).unref();
  });
  return await use(signal);
}

/** The same, with a dsgen that is closed afterwards. */
export function withDsgen<Result>(
  options: SessionOptions,
  use: (dsgen: Dsgen, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { onInterrupt, openBackend, ...settings } = options;
  return withInterruption(async (signal) => {
    const backend = await openBackend?.(signal);
    try {
      await using dsgen = createDsgen({ ...settings, ...(backend === undefined ? {} : { backend }) });
      return await use(dsgen, signal);
    } finally {
      await backend?.close();
    }
  }, onInterrupt);
}

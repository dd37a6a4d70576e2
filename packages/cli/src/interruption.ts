import type { EventEmitter } from 'node:events';
import { CancelledError } from '@dsgen/sdk';

/** Whoever read our output has left: `dsgen … | head`. There is nobody to tell, so this ends quietly with exit code 0. */
export class ClosedOutputError extends Error {
  override readonly name = 'ClosedOutputError';
}

export interface InterruptionOptions {
  /** Emits the signals; the process. */
  readonly signals: EventEmitter;
  readonly stdout: EventEmitter;
  /** Told at the first SIGINT or SIGTERM, so that waiting for the work in hand does not look like a hang. */
  onInterrupt(): void;
  /** Ends the process at the second. */
  exit(code: number): void;
}

/** The three ways a run is stopped from outside, as one AbortSignal. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

export function watchInterruption(options: InterruptionOptions): Interruption {
  const controller = new AbortController();
  function interrupt(): void {
    if (controller.signal.aborted) {
      options.exit(130);
      return;
    }
    controller.abort(new CancelledError({ code: 'interrupted', message: 'Interrupted' }));
    options.onInterrupt();
  }
  function closed(error: NodeJS.ErrnoException): void {
    if (isClosedOutput(error)) controller.abort(new ClosedOutputError());
  }
  options.signals.on('SIGINT', interrupt);
  options.signals.on('SIGTERM', interrupt);
  options.stdout.on('error', closed);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      options.signals.off('SIGINT', interrupt);
      options.signals.off('SIGTERM', interrupt);
      options.stdout.off('error', closed);
    },
  };
}

/** Other errors of standard output are those of a file or device. */
export function isClosedOutput(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

import { CancelledError } from '@dsgen/core';

/** How a run is to stop before its end. */
export type StopKind = 'interrupted' | 'cancelled';

/** The two steps of stopping a run: take up nothing new, then let go of what is in hand. */
export interface JobControl {
  /** Aborted when no further document may begin. */
  readonly stopping: AbortSignal;
  /** Aborted when documents in hand may not go on either. */
  readonly ending: AbortSignal;
  readonly kind: StopKind | undefined;
  /** Lets documents in hand finish for `graceMs`. */
  stop(kind: StopKind, graceMs: number): void;
}

export function createJobControl(jobId: string): JobControl {
  const stopping = new AbortController();
  const ending = new AbortController();
  let kind: StopKind | undefined;
  return {
    stopping: stopping.signal,
    ending: ending.signal,
    get kind() {
      return kind;
    },
    stop(requested, graceMs) {
      kind ??= requested;
      const reason = new CancelledError({
        code: `job-${kind}`,
        message: `The job ${jobId} was ${kind}`,
        fix: 'Resume it, or run the same command again: finished work is kept.',
      });
      stopping.abort(reason);
      if (graceMs === 0) ending.abort(reason);
      else setTimeout(() => ending.abort(reason), graceMs).unref();
    },
  };
}

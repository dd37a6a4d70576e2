/** Time as the scheduler sees it, so that tests can have their own. It never shows in results. */
export interface Clock {
  /** Milliseconds from any fixed moment. */
  nowMs(): number;
  /** The time of day, for headers that name a date. */
  wallClockMs(): number;
  /** Runs something later; the result takes that back. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wallClockMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** @throws the signal's reason when aborted */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    function abort(): void {
      cancel();
      reject(signal.reason as Error);
    }
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    signal.addEventListener('abort', abort, { once: true });
  });
}

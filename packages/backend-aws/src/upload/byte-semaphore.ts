/** Bounds the bytes that are in memory. Whoever asks first is served first, so what comes first in order never waits for what follows. */
export interface ByteSemaphore {
  /**
   * Waits for room; one that wants more than there is gets it alone.
   *
   * @throws the reason of the signal
   */
  acquire(bytes: number): Promise<void>;
  release(bytes: number): void;
}

interface Waiting {
  readonly bytes: number;
  readonly enter: () => void;
  readonly leave: (reason: unknown) => void;
}

export function createByteSemaphore(maxBytes: number, signal: AbortSignal): ByteSemaphore {
  let held = 0;
  const waiting: Waiting[] = [];
  // Whoever holds bytes may never give them back now.
  signal.addEventListener('abort', () => waiting.splice(0).forEach(({ leave }) => leave(signal.reason)), {
    once: true,
  });
  function fits(bytes: number): boolean {
    return held === 0 || held + bytes <= maxBytes;
  }
  return {
    acquire(bytes) {
      if (waiting.length === 0 && fits(bytes)) {
        held += bytes;
        return Promise.resolve();
      }
      return new Promise((enter, leave) => waiting.push({ bytes, enter, leave }));
    },
    release(bytes) {
      held -= bytes;
      for (let next = waiting[0]; next !== undefined && fits(next.bytes); next = waiting[0]) {
        waiting.shift();
        held += next.bytes;
        next.enter();
      }
    },
  };
}

/** Bounds the bytes that are in memory. Whoever asks first is served first, so what comes first in order never waits for what follows. */
export interface ByteSemaphore {
  /** Waits for room; one that wants more than there is gets it alone. */
  acquire(bytes: number): Promise<void>;
  release(bytes: number): void;
}

export function createByteSemaphore(maxBytes: number): ByteSemaphore {
  let held = 0;
  const waiting: Array<{ readonly bytes: number; readonly enter: () => void }> = [];
  function fits(bytes: number): boolean {
    return held === 0 || held + bytes <= maxBytes;
  }
  return {
    acquire(bytes) {
      if (waiting.length === 0 && fits(bytes)) {
        held += bytes;
        return Promise.resolve();
      }
      return new Promise((enter) => waiting.push({ bytes, enter }));
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

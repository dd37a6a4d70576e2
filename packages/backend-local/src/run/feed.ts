/** Wakes whoever waits for news of one job. */
export interface Feed {
  notify(): void;
  /** Resolves at the next notification, or after `timeoutMs`; never rejects. */
  next(timeoutMs: number): Promise<void>;
}

/** News that come faster than this are told together: a reader that looks after every line reads little else. */
const GATHER_MS = 10;

export function createFeed(): Feed {
  const waiting = new Set<() => void>();
  let gathering: NodeJS.Timeout | undefined;
  function wakeAll(): void {
    gathering = undefined;
    for (const wake of waiting) wake();
  }
  return {
    notify() {
      gathering ??= setTimeout(wakeAll, GATHER_MS);
    },
    next(timeoutMs) {
      return new Promise((resolve) => {
        const timer = setTimeout(wake, timeoutMs);
        function wake(): void {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        }
        waiting.add(wake);
      });
    },
  };
}

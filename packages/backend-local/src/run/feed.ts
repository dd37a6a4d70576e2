/** Wakes whoever waits for news of one job. */
export interface Feed {
  notify(): void;
  /** Resolves at the next notification, or after `timeoutMs`; never rejects. */
  next(timeoutMs: number): Promise<void>;
}

export function createFeed(): Feed {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const wake of waiting) wake();
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

/**
 * Tells when to wait for the file system. Where files come from memory, a call that waits takes a quarter of the processor time
 * of one that is answered later; where they come from a slow disk or a network, only the latter lets anything else go on
 * meanwhile. So it waits as long as waiting is short.
 */
export interface WaitingGauge {
  /** Whether to wait for the next call, with {@link measure}. */
  isQuick(): boolean;
  measure<Value>(call: () => Value): Value;
}

/** This much on average is a slow disk. */
const QUICK_MS = 0.2;
const WEIGHT_OF_LATEST = 0.05;
/** A longer call says no more: the machine was busy with something else, perhaps. */
const LONGEST_MS = 2;
/** Every call that was not waited for; after some dozens waiting is tried again. */
const FORGETTING = 0.99;

export function createWaitingGauge(now: () => number = () => performance.now()): WaitingGauge {
  let averageMs = 0;
  return {
    isQuick() {
      if (averageMs < QUICK_MS) return true;
      averageMs *= FORGETTING;
      return false;
    },
    measure(call) {
      const start = now();
      try {
        return call();
      } finally {
        averageMs += WEIGHT_OF_LATEST * (Math.min(LONGEST_MS, now() - start) - averageMs);
      }
    },
  };
}

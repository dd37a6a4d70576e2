export interface ConcurrencyTunerOptions {
  readonly initial: number;
  readonly max: number;
  /** Told of every change. */
  readonly onChange: (concurrency: number) => void;
}

/**
 * Finds how many requests at once move the most bytes. It climbs: after every window it goes on in the direction it went while
 * throughput grows, and turns when it does not. A server that asks to slow down halves it at once.
 */
export interface ConcurrencyTuner {
  /** A request ended, having moved this many bytes. */
  record(bytes: number, now: number): void;
  slowDown(now: number): void;
  readonly concurrency: number;
}

/** Where a busy machine makes all rates look alike, climbing wanders; it must not end with one request after the other. */
const LEAST_CLIMBING = 4;
const WINDOW_MS = 500;
/** Every request is worth some bytes, so that small objects count as much as they cost. */
const REQUEST_WORTH_BYTES = 64 * 1024;
const STEP = 1.25;
const BETTER = 1.02;
/** After a halving, nobody climbs for this long: requests sent before it still come back refused. */
const COOL_DOWN_MS = 2_000;

export function createConcurrencyTuner({ initial, max, onChange }: ConcurrencyTunerOptions): ConcurrencyTuner {
  let concurrency = Math.min(initial, max);
  let direction = 1;
  let windowStart: number | undefined;
  let moved = 0;
  let previousRate = 0;
  let coolUntil = Number.NEGATIVE_INFINITY;

  function change(to: number): void {
    const next = Math.max(1, Math.min(max, Math.round(to)));
    if (next === concurrency) return;
    concurrency = next;
    onChange(concurrency);
  }

  function endWindow(now: number, elapsedMs: number): void {
    const rate = moved / elapsedMs;
    windowStart = now;
    moved = 0;
    if (now < coolUntil) return;
    if (rate < previousRate * BETTER) direction = -direction;
    previousRate = rate;
    const step = direction > 0 ? Math.max(concurrency * STEP, concurrency + 1) : concurrency / STEP;
    change(Math.max(step, Math.min(concurrency, LEAST_CLIMBING)));
  }

  return {
    record(bytes, now) {
      windowStart ??= now;
      moved += bytes + REQUEST_WORTH_BYTES;
      if (now - windowStart >= WINDOW_MS) endWindow(now, now - windowStart);
    },
    slowDown(now) {
      if (now < coolUntil) return;
      coolUntil = now + COOL_DOWN_MS;
      previousRate = 0;
      direction = 1;
      change(concurrency / 2);
    },
    get concurrency() {
      return concurrency;
    },
  };
}

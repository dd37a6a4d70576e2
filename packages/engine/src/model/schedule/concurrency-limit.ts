export interface ConcurrencyLimitOptions {
  readonly start: number;
  readonly most: number;
}

/** A decrease holds for this long before the next: one overload answers many calls that were under way. */
const COOL_DOWN_MS = 2_000;
const DECREASE = 0.75;

/** How many calls may be under way: one more per round of successes, a quarter fewer on overload (AIMD). */
export class ConcurrencyLimit {
  #limit: number;
  #decreasedAtMs = Number.NEGATIVE_INFINITY;
  readonly #most: number;

  constructor({ start, most }: ConcurrencyLimitOptions) {
    this.#limit = Math.min(start, most);
    this.#most = most;
  }

  get current(): number {
    return Math.max(1, Math.floor(this.#limit));
  }

  /** Only success at the limit says that more would go. */
  succeeded(underWay: number): void {
    if (underWay >= this.current) this.#limit = Math.min(this.#most, this.#limit + 1 / this.#limit);
  }

  overloaded(nowMs: number): void {
    if (nowMs - this.#decreasedAtMs < COOL_DOWN_MS) return;
    this.#decreasedAtMs = nowMs;
    this.#limit = Math.max(1, this.#limit * DECREASE);
  }
}

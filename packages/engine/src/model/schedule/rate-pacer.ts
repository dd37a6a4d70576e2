export interface RatePacerOptions {
  readonly perSecond: number;
  /** How far sending may run ahead of an even pace, to make up for late timers. Seconds. */
  readonly burstSeconds: number;
}

/**
 * A token bucket, kept as the moment at which it would be full again: one number, no timer. Requests and tokens per minute are both
 * paced by one of these.
 */
export class RatePacer {
  #fullAtMs = Number.NEGATIVE_INFINITY;
  #perMs: number;
  readonly #burstMs: number;

  constructor({ perSecond, burstSeconds }: RatePacerOptions) {
    this.#perMs = perSecond / 1000;
    this.#burstMs = burstSeconds * 1000;
  }

  /** The moment from which the next amount may be taken. */
  readyAtMs(): number {
    return this.#fullAtMs - this.#burstMs;
  }

  /** Takes an amount, also one that the bucket does not hold: the time after it is then as much longer. */
  take(amount: number, nowMs: number): void {
    this.#fullAtMs = Math.max(this.#fullAtMs, nowMs) + amount / this.#perMs;
  }

  setRate(perSecond: number): void {
    this.#perMs = perSecond / 1000;
  }
}

/** Failures in a row, with no success between, after which a provider is taken to be down. */
const FAILURES = 6;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 16_000;
/** Rests of 1, 2, 4, 8 and 16 seconds without an answer are enough. */
const RESTS = 5;

/**
 * Stops calls to a provider that does not answer: after a row of failures all wait, then one call probes, and its success lets the
 * others go on.
 */
export class CircuitBreaker {
  #failures = 0;
  #rests = 0;
  #restUntilMs = Number.NEGATIVE_INFINITY;
  #isProbing = false;

  /** Whether all hope is gone: the rests are used up. */
  get isOpenForGood(): boolean {
    return this.#rests > RESTS;
  }

  /** The moment from which a call may go; infinite while a probe is under way. */
  readyAtMs(): number {
    return this.#isProbing ? Number.POSITIVE_INFINITY : this.#restUntilMs;
  }

  started(): void {
    this.#isProbing = this.#rests > 0;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#rests = 0;
    this.#isProbing = false;
  }

  /** Ended without telling whether the provider works, such as by abort. */
  ended(): void {
    this.#isProbing = false;
  }

  failed(nowMs: number): void {
    this.#failures += 1;
    const isProbe = this.#isProbing;
    this.#isProbing = false;
    const isResting = nowMs < this.#restUntilMs;
    if (isResting || (this.#failures < FAILURES && !isProbe)) return;
    this.#restUntilMs = nowMs + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#rests);
    this.#rests += 1;
  }
}

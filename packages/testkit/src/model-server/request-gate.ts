import type { ServerLimits } from './server-options.ts';

/**
 * Lets requests in as a provider does: a bucket that refills at the allowed rate and holds one request and `burstSeconds` worth more,
 * and a count of those at work. Only the server's own clock counts.
 */
export class RequestGate {
  rateViolations = 0;
  concurrencyViolations = 0;
  peakConcurrency = 0;
  #atWork = 0;
  #tokens: number;
  #filledMs: number | undefined;
  readonly #limits: ServerLimits;
  readonly #capacity: number;

  constructor(limits: ServerLimits) {
    this.#limits = limits;
    this.#capacity = 1 + (limits.requestsPerSecond ?? 0) * (limits.burstSeconds ?? 0.25);
    this.#tokens = this.#capacity;
  }

  /** Whether the request may be worked on; `leave` must follow when it may. */
  enter(nowMs: number): boolean {
    if (!this.#takeToken(nowMs)) {
      this.rateViolations += 1;
      return false;
    }
    if (this.#atWork >= (this.#limits.concurrency ?? Number.POSITIVE_INFINITY)) {
      this.concurrencyViolations += 1;
      return false;
    }
    this.#atWork += 1;
    this.peakConcurrency = Math.max(this.peakConcurrency, this.#atWork);
    return true;
  }

  leave(): void {
    this.#atWork -= 1;
  }

  #takeToken(nowMs: number): boolean {
    const rate = this.#limits.requestsPerSecond;
    if (rate === undefined) return true;
    const passedMs = nowMs - (this.#filledMs ?? nowMs);
    this.#tokens = Math.min(this.#capacity, this.#tokens + (passedMs / 1000) * rate);
    this.#filledMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

import type { ModelLimits } from '@dsgen/core';
import { CircuitBreaker } from './circuit-breaker.ts';
import type { Clock } from './clock.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import type { RateFacts } from './rate-headers.ts';
import { RatePacer } from './rate-pacer.ts';

/** How an attempt went, for what follows it. */
export type AttemptOutcome = 'succeeded' | 'overloaded' | 'failed' | 'ended';

export interface AttemptReport {
  readonly outcome: AttemptOutcome;
  /** Why it failed, for the message when all do. */
  readonly detail?: string;
  readonly rate?: RateFacts;
}

/** Leave to send; `end` must follow. */
export interface Slot {
  end(report: AttemptReport): void;
}

interface Waiting {
  readonly tokens: number;
  readonly start: (slot: Slot) => void;
  readonly fail: (reason: unknown) => void;
}

const START_CONCURRENCY = 8;
const MOST_CONCURRENCY = 64;
/** The pace stays this far below the limit, for clocks that differ and packets that bunch up. */
const MARGIN = 0.985;
/** Late timers are made up for by this much sending ahead of the pace. */
const BURST_SECONDS = 0.1;

/** The provider did not answer for so long that waiting has no point. The message is what the last attempt failed by. */
export class ProviderDownError extends Error {}

/**
 * Decides when each attempt of calls to one model may start: requests and tokens per minute, calls at once, waits that the provider
 * asked for, and rests when it is down. First come, first served; attempts after the first go before new calls.
 */
export class Scheduler {
  readonly #clock: Clock;
  readonly #concurrency: ConcurrencyLimit;
  readonly #breaker = new CircuitBreaker();
  readonly #tokens: RatePacer | undefined;
  readonly #knowsRate: boolean;
  #requests: RatePacer | undefined;
  #pausedUntilMs = Number.NEGATIVE_INFINITY;
  #underWay = 0;
  #isWaking = false;
  #lastFailure = 'no answer';
  readonly #again = new Set<Waiting>();
  readonly #waiting = new Set<Waiting>();

  constructor(limits: ModelLimits, clock: Clock) {
    this.#clock = clock;
    this.#concurrency = new ConcurrencyLimit({
      start: limits.maxConcurrency ?? START_CONCURRENCY,
      most: limits.maxConcurrency ?? MOST_CONCURRENCY,
    });
    this.#knowsRate = limits.requestsPerMinute !== undefined;
    this.#requests = pacer(limits.requestsPerMinute);
    this.#tokens = pacer(limits.tokensPerMinute);
  }

  /**
   * Waits for leave to send a call of so many tokens.
   *
   * @throws the signal's reason when aborted
   * @throws ProviderDownError
   */
  enter(
    tokens: number,
    { signal, isRetry }: { readonly signal: AbortSignal; readonly isRetry: boolean },
  ): Promise<Slot> {
    const queue = isRetry ? this.#again : this.#waiting;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      function abort(): void {
        queue.delete(entry);
        reject(signal.reason as Error);
      }
      function leave(): void {
        signal.removeEventListener('abort', abort);
      }
      const entry: Waiting = {
        tokens,
        start(slot) {
          leave();
          resolve(slot);
        },
        fail(reason) {
          leave();
          reject(reason as Error);
        },
      };
      signal.addEventListener('abort', abort, { once: true });
      queue.add(entry);
      this.#pump();
    });
  }

  /** Starts what may start, and looks again when the next may. */
  #pump(): void {
    if (this.#breaker.isOpenForGood) {
      this.#failAll();
      return;
    }
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (this.#underWay >= this.#concurrency.current) return;
      const nowMs = this.#clock.nowMs();
      const readyAtMs = this.#readyAtMs();
      if (readyAtMs > nowMs) {
        this.#wakeAt(readyAtMs, nowMs);
        return;
      }
      this.#start(next, nowMs);
    }
  }

  #next(): Waiting | undefined {
    for (const queue of [this.#again, this.#waiting]) {
      for (const entry of queue) return entry;
    }
    return undefined;
  }

  #readyAtMs(): number {
    return Math.max(
      this.#pausedUntilMs,
      this.#breaker.readyAtMs(),
      this.#requests?.readyAtMs() ?? Number.NEGATIVE_INFINITY,
      this.#tokens?.readyAtMs() ?? Number.NEGATIVE_INFINITY,
    );
  }

  #start(entry: Waiting, nowMs: number): void {
    this.#again.delete(entry);
    this.#waiting.delete(entry);
    this.#requests?.take(1, nowMs);
    this.#tokens?.take(entry.tokens, nowMs);
    this.#breaker.started();
    this.#underWay += 1;
    entry.start({ end: (report) => this.#end(report) });
  }

  #end({ outcome, rate = {}, detail }: AttemptReport): void {
    const nowMs = this.#clock.nowMs();
    if (outcome === 'succeeded') this.#concurrency.succeeded(this.#underWay);
    if (outcome === 'overloaded') this.#concurrency.overloaded(nowMs);
    if (outcome === 'failed') {
      this.#breaker.failed(nowMs);
      this.#lastFailure = detail ?? this.#lastFailure;
    }
    if (outcome === 'ended') this.#breaker.ended();
    if (outcome === 'succeeded' || outcome === 'overloaded') this.#breaker.succeeded();
    this.#underWay -= 1;
    this.#learn(rate, nowMs);
    this.#pump();
  }

  /** A limit that the user gave stays; one that the provider names replaces what was learned before. */
  #learn({ retryAfterMs, exhaustedForMs, requestsPerMinute }: RateFacts, nowMs: number): void {
    const pauseMs = Math.max(retryAfterMs ?? 0, exhaustedForMs ?? 0);
    if (pauseMs > 0) this.#pausedUntilMs = Math.max(this.#pausedUntilMs, nowMs + pauseMs);
    if (this.#knowsRate || requestsPerMinute === undefined) return;
    if (this.#requests === undefined) this.#requests = pacer(requestsPerMinute);
    else this.#requests.setRate((requestsPerMinute / 60) * MARGIN);
  }

  #failAll(): void {
    for (const queue of [this.#again, this.#waiting]) {
      for (const entry of queue) {
        queue.delete(entry);
        entry.fail(new ProviderDownError(this.#lastFailure));
      }
    }
  }

  /** One timer at a time: it looks again, and is set anew when it was too early. */
  #wakeAt(dueMs: number, nowMs: number): void {
    if (dueMs === Number.POSITIVE_INFINITY || this.#isWaking) return;
    this.#isWaking = true;
    this.#clock.after(dueMs - nowMs, () => {
      this.#isWaking = false;
      this.#pump();
    });
  }
}

function pacer(perMinute: number | undefined): RatePacer | undefined {
  if (perMinute === undefined) return undefined;
  return new RatePacer({ perSecond: (perMinute / 60) * MARGIN, burstSeconds: BURST_SECONDS });
}

/** What the server saw. A call is completed when its whole answer was handed to the network. */
export interface ServerStatistics {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly completed: number;
  /** Completed calls beyond the first of an equal request. */
  readonly completedAgain: number;
  /** Tokens of all calls that the model worked on, also those whose answer was lost on the way: what a provider charges for. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Batches that were taken. Their calls are among the completed ones, and are no requests. */
  readonly batches: number;
  readonly rateViolations: number;
  readonly concurrencyViolations: number;
  readonly peakConcurrency: number;
  /** Connections that are open now: without one, no answer is on its way. */
  readonly openConnections: number;
  /** Completed calls per second from the first request to the last completion. */
  readonly completedPerSecond: number;
}

/** Counts; everything is bounded but one short key per different request. */
export class StatisticsCounter {
  #requests = 0;
  #completed = 0;
  #completedAgain = 0;
  #inputTokens = 0;
  #outputTokens = 0;
  #batches = 0;
  #openConnections = 0;
  #firstMs: number | undefined;
  #lastMs = 0;
  readonly #byStatus: Record<string, number> = {};
  readonly #faults: Record<string, number> = {};
  readonly #completedKeys = new Set<string>();
  readonly #attempts = new Map<string, number>();

  /** The number of this attempt of an equal request, from 1. */
  request(key: string): number {
    this.#requests += 1;
    this.#firstMs ??= performance.now();
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    return attempt;
  }

  /** Counts a connection; the result is for its end. */
  connected(): () => void {
    this.#openConnections += 1;
    return () => {
      this.#openConnections -= 1;
    };
  }

  batch(): void {
    this.#batches += 1;
  }

  status(status: number): void {
    this.#byStatus[status] = (this.#byStatus[status] ?? 0) + 1;
  }

  fault(name: string): void {
    this.#faults[name] = (this.#faults[name] ?? 0) + 1;
  }

  charged(usage: { readonly inputTokens: number; readonly outputTokens: number }): void {
    this.#inputTokens += usage.inputTokens;
    this.#outputTokens += usage.outputTokens;
  }

  /** Whether an equal call was completed before. */
  completed(key: string): boolean {
    const isAgain = this.#completedKeys.has(key);
    this.#lastMs = performance.now();
    this.#completed += 1;
    if (isAgain) this.#completedAgain += 1;
    this.#completedKeys.add(key);
    return isAgain;
  }

  get completedCalls(): number {
    return this.#completed;
  }

  summary(gate: {
    readonly rateViolations: number;
    readonly concurrencyViolations: number;
    readonly peakConcurrency: number;
  }): ServerStatistics {
    const seconds = (this.#lastMs - (this.#firstMs ?? this.#lastMs)) / 1000;
    return {
      requests: this.#requests,
      byStatus: { ...this.#byStatus },
      faults: { ...this.#faults },
      completed: this.#completed,
      completedAgain: this.#completedAgain,
      inputTokens: this.#inputTokens,
      outputTokens: this.#outputTokens,
      batches: this.#batches,
      rateViolations: gate.rateViolations,
      concurrencyViolations: gate.concurrencyViolations,
      peakConcurrency: gate.peakConcurrency,
      openConnections: this.#openConnections,
      completedPerSecond: seconds > 0 ? this.#completed / seconds : 0,
    };
  }
}

/** Requests wait here for their turn, in the order in which they came. */
export interface RequestQueue {
  /** How many may be under way at once; may change at any time. */
  concurrency: number;
  /** Starts `work` when it is its turn, at once where there is room. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Waits until few requests wait for their turn. */
  hasRoom(): Promise<void>;
}

export interface RequestQueueOptions {
  readonly concurrency: number;
  /** From this many waiting requests on there is no room. */
  readonly maxWaiting: number;
}

/**
 * Small objects come by the thousands a second: a queue with priorities, events and signals of its own would take as much
 * processor time for each of them as sending it.
 */
export function createRequestQueue(options: RequestQueueOptions): RequestQueue {
  return new BoundedQueue(options);
}

class BoundedQueue implements RequestQueue {
  readonly #maxWaiting: number;
  readonly #waiting: Array<() => void> = [];
  #concurrency: number;
  #running = 0;
  #room: PromiseWithResolvers<void> | undefined;

  constructor({ concurrency, maxWaiting }: RequestQueueOptions) {
    this.#concurrency = concurrency;
    this.#maxWaiting = maxWaiting;
  }

  get concurrency(): number {
    return this.#concurrency;
  }

  set concurrency(concurrency: number) {
    this.#concurrency = concurrency;
    this.#startNext();
  }

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#running < this.#concurrency) this.#running += 1;
    else await new Promise<void>((start) => this.#waiting.push(start));
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#startNext();
    }
  }

  async hasRoom(): Promise<void> {
    while (this.#waiting.length >= this.#maxWaiting) {
      this.#room ??= Promise.withResolvers();
      await this.#room.promise;
    }
  }

  #startNext(): void {
    while (this.#running < this.#concurrency) {
      const start = this.#waiting.shift();
      if (start === undefined) break;
      this.#running += 1;
      start();
    }
    if (this.#waiting.length >= this.#maxWaiting) return;
    this.#room?.resolve();
    this.#room = undefined;
  }
}

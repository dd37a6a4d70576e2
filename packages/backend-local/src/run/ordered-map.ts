export interface OrderedMapOptions {
  /** Inputs worked on at once. */
  readonly inFlight: number;
  /** Inputs worked on or finished but not yet taken: how far the work may run ahead. */
  readonly lookAhead: number;
}

/**
 * Maps a stream with several inputs in flight and gives the results in the order of the inputs. Both the work and the results that wait
 * are bounded. Leaving early stops pulling, closes the source and waits for what is in flight.
 */
export async function* orderedMap<Input, Output>(
  source: AsyncIterable<Input> | Iterable<Input>,
  work: (input: Input) => Promise<Output>,
  options: OrderedMapOptions,
): AsyncGenerator<Output> {
  const window = new Window(options);
  const pumping = pump(source, work, window);
  try {
    for (;;) {
      const next = await window.first();
      if (next === undefined) return;
      yield (await next) as Output;
    }
  } finally {
    window.stop();
    await pumping;
    await window.settled();
  }
}

async function pump<Input, Output>(
  source: AsyncIterable<Input> | Iterable<Input>,
  work: (input: Input) => Promise<Output>,
  window: Window,
): Promise<void> {
  try {
    if (await window.hasRoom()) {
      for await (const input of source) {
        window.add(work(input));
        if (!(await window.hasRoom())) break;
      }
    }
  } catch (error) {
    window.add(Promise.reject(error));
  }
  window.end();
}

/** Results in order, finished or not, and how many are still being worked on. */
class Window {
  readonly #options: OrderedMapOptions;
  readonly #results: Array<Promise<unknown>> = [];
  #running = 0;
  #isEnded = false;
  #isStopped = false;
  #wake: () => void = () => undefined;
  #changed = this.#nextChange();

  constructor(options: OrderedMapOptions) {
    this.#options = options;
  }

  add(result: Promise<unknown>): void {
    this.#running += 1;
    this.#results.push(result);
    // A failure is the consumer's, when its turn comes.
    result
      .catch(() => undefined)
      .finally(() => {
        this.#running -= 1;
        this.#notify();
      });
    this.#notify();
  }

  /** Waits until another input may start; false when the consumer has left. */
  async hasRoom(): Promise<boolean> {
    const { inFlight, lookAhead } = this.#options;
    while (!this.#isStopped && (this.#running >= inFlight || this.#results.length >= lookAhead)) await this.#changed;
    return !this.#isStopped;
  }

  /** The next result in order, or undefined at the end. */
  async first(): Promise<Promise<unknown> | undefined> {
    while (this.#results.length === 0 && !this.#isEnded) await this.#changed;
    const result = this.#results[0];
    if (result === undefined) return undefined;
    // Keep its place taken until it is done, so that finished results behind it stay bounded.
    await result.catch(() => undefined);
    this.#results.shift();
    this.#notify();
    return result;
  }

  end(): void {
    this.#isEnded = true;
    this.#notify();
  }

  stop(): void {
    this.#isStopped = true;
    this.#notify();
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#results);
  }

  #notify(): void {
    const wake = this.#wake;
    this.#changed = this.#nextChange();
    wake();
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

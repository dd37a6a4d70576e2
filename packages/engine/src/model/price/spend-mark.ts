export interface SpendMarkOptions {
  /** Keeps the amount, so that the next run of the job begins with it. */
  readonly remember: (usd: number) => void | Promise<void>;
  /** US dollars between two marks: what a crash may count too much. */
  readonly stepUsd: number;
}

/**
 * What a job has spent at most, kept ahead of the spending: nothing is sent that the mark does not cover, so a run after a crash knows of
 * every cent.
 */
export class SpendMark {
  readonly #options: SpendMarkOptions;
  #markedUsd: number;
  #written: Promise<void> = Promise.resolve();

  constructor(options: SpendMarkOptions, spentUsd: number) {
    this.#options = options;
    this.#markedUsd = spentUsd;
  }

  /** Resolves when the mark that is kept covers so much. */
  async cover(usd: number): Promise<void> {
    if (usd > this.#markedUsd) this.#mark(usd + this.#options.stepUsd);
    await this.#written;
  }

  /** Marks what was spent in the end. */
  async settle(usd: number): Promise<void> {
    if (usd !== this.#markedUsd) this.#mark(usd);
    await this.#written;
  }

  #mark(usd: number): void {
    this.#markedUsd = usd;
    this.#written = this.#written.then(() => this.#options.remember(usd));
  }
}

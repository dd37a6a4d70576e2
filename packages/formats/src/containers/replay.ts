/** A stream whose start can be looked at, over many chunks, and is still there when all of it is read. */
export class Replay<Chunk> {
  readonly #source: AsyncIterator<Chunk>;
  readonly #seen: Chunk[] = [];

  constructor(chunks: AsyncIterable<Chunk>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** The chunks from the start; leaving it keeps the source open. What was looked at is held in memory. */
  async *look(): AsyncGenerator<Chunk> {
    for (let next = await this.#source.next(); next.done !== true; next = await this.#source.next()) {
      this.#seen.push(next.value);
      yield next.value;
    }
  }

  /** All chunks, those that were looked at included; leaving it closes the source. */
  async *all(): AsyncGenerator<Chunk> {
    try {
      for (let seen = this.#seen.shift(); seen !== undefined; seen = this.#seen.shift()) yield seen;
      for (let next = await this.#source.next(); next.done !== true; next = await this.#source.next()) yield next.value;
    } finally {
      await this.#source.return?.();
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

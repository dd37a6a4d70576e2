import { createZstdDecompress, type ZstdDecompress } from 'node:zlib';
import { through } from './through.ts';

/**
 * Decompresses zstd frame by frame. Node's decompressor stops at the end of the first frame without a word, which
 * would lose the rest of a file that was appended to or written in parallel.
 */
export async function* decompressZstdFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const feed = new FrameFeed(chunks[Symbol.asyncIterator]());
  try {
    while (await feed.hasMore()) {
      const decompressor = createZstdDecompress();
      yield* through(feed.read(decompressor), decompressor);
      feed.takeBack(decompressor);
    }
  } finally {
    await feed.close();
  }
}

/** Hands bytes to one decompressor after the other, and takes back what one did not want. */
class FrameFeed {
  readonly #source: AsyncIterator<Buffer>;
  /** Bytes handed out, from the first that may not have been used. */
  #handed: Buffer[] = [];
  /** Bytes handed to this decompressor before those in `#handed`. */
  #used = 0;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterator<Buffer>) {
    this.#source = source;
  }

  async hasMore(): Promise<boolean> {
    while (this.#waiting.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#waiting = next.value;
    }
    return true;
  }

  async *read(decompressor: ZstdDecompress): AsyncGenerator<Buffer> {
    while (await this.hasMore()) {
      const chunk = this.#waiting;
      this.#waiting = Buffer.alloc(0);
      this.#forget(decompressor.bytesWritten);
      this.#handed.push(chunk);
      yield chunk;
    }
  }

  takeBack(decompressor: ZstdDecompress): void {
    const rest = Buffer.concat(this.#handed).subarray(decompressor.bytesWritten - this.#used);
    this.#waiting = Buffer.concat([rest, this.#waiting]);
    this.#handed = [];
    this.#used = 0;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  #forget(bytes: number): void {
    for (let first = this.#handed[0]; first !== undefined; first = this.#handed[0]) {
      if (this.#used + first.length > bytes) return;
      this.#used += first.length;
      this.#handed.shift();
    }
  }
}

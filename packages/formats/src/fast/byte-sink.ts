const FIRST_CAPACITY = 64 * 1024;

/** Bytes put one after the other into memory that grows. */
export class ByteSink {
  #bytes: Buffer;
  #length = 0;

  /** @param capacity What will about be needed, in bytes. */
  constructor(capacity: number = FIRST_CAPACITY) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#length;
  }

  copy(source: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    source.copy(this.#bytes, this.#length, start, end);
    this.#length += end - start;
  }

  put(bytes: Buffer): void {
    this.copy(bytes, 0, bytes.length);
  }

  putText(text: string): void {
    // A UTF-16 unit has three bytes at most.
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** What was put; nothing may be put afterwards. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

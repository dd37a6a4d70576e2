import { InputError } from '@dsgen/core';
import { asBuffer } from './peek-bytes.ts';

/** Takes exact numbers of bytes off a stream. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; undefined at the end of the stream. */
  async read(count: number): Promise<Buffer | undefined> {
    const pieces = [this.#rest];
    let length = this.#rest.length;
    while (length < count) {
      const next = await this.#source.next();
      if (next.done === true) break;
      pieces.push(asBuffer(next.value));
      length += next.value.byteLength;
    }
    const bytes = pieces.length === 1 ? this.#rest : Buffer.concat(pieces);
    if (bytes.length === 0 && count > 0) return undefined;
    if (bytes.length < count) throw truncated();
    this.#rest = bytes.subarray(count);
    return bytes.subarray(0, count);
  }

  /** @throws InputError `container-truncated` when there are fewer. */
  async require(count: number): Promise<Buffer> {
    const bytes = await this.read(count);
    if (bytes === undefined) throw truncated();
    return bytes;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

function truncated(): InputError {
  return new InputError({
    code: 'container-truncated',
    message: 'Reading the archive failed: it ends too early.',
    fix: 'Copy or download it again; files before the end were read.',
  });
}

export interface PeekedBytes {
  /** The first bytes: at least as many as asked for, or all there are. */
  readonly head: Buffer;
  /** Everything, the head included. */
  readonly chunks: AsyncGenerator<Buffer>;
}

/** Looks at the start of a stream without taking it away. */
export async function peekBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<PeekedBytes> {
  const source = chunks[Symbol.asyncIterator]();
  const pieces: Buffer[] = [];
  let length = 0;
  while (length < count) {
    const next = await source.next();
    if (next.done === true) break;
    pieces.push(asBuffer(next.value));
    length += next.value.byteLength;
  }
  const head = Buffer.concat(pieces);
  return { head, chunks: prepend(head, source) };
}

/** A view of the same bytes. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function* prepend(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield asBuffer(next.value);
  } finally {
    // Leaving early must close the source, also when nothing but the head was taken.
    await rest.return?.();
  }
}

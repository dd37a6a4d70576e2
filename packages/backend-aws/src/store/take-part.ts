/** The least S3 takes as a part that is not the last is 5 MiB. */
export const FIRST_PART_BYTES = 8 * 1024 * 1024;

export interface Part {
  readonly bytes: Uint8Array;
  /** Whether the source has ended. */
  readonly isLast: boolean;
}

/** Collects at least `maxBytes` of a stream, or what is left of it: pieces are not split, so it may be more by one piece. */
export async function takePart(
  source: AsyncIterator<Uint8Array>,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal?: AbortSignal | undefined },
): Promise<Part> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < maxBytes) {
    signal?.throwIfAborted();
    const { done, value } = await source.next();
    if (done === true) return { bytes: Buffer.concat(pieces, bytes), isLast: true };
    pieces.push(value.slice());
    bytes += value.byteLength;
  }
  return { bytes: Buffer.concat(pieces, bytes), isLast: false };
}

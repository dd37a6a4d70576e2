import { pipeline, Readable, type Transform } from 'node:stream';

/** Bytes after a Node transform; leaving early destroys the transform and closes the source. */
export async function* through(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  // The loop below sees every error; the callback only keeps the pipeline from throwing it a second time.
  pipeline(source, transform, () => undefined);
  try {
    for await (const chunk of transform) yield chunk as Uint8Array;
  } finally {
    source.destroy();
    transform.destroy();
  }
}

import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes and waits while the reader is slower than we are. Writing to a reader that has left does nothing. */
export async function write(stream: Writable, data: unknown): Promise<void> {
  if (stream.destroyed || stream.write(data)) return;
  // A closed pipe never drains: the stream's error is told to whoever watches for interruption.
  await Promise.race([once(stream, 'drain'), once(stream, 'close'), once(stream, 'error')]).catch(() => {});
}

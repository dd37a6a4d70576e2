import { open } from 'node:fs/promises';
import type { RandomAccessFile } from '@dsgen/engine';

/** A file that can be read at any place, until its scope ends. */
export async function openRandomAccess(path: string): Promise<RandomAccessFile & AsyncDisposable> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytes.buffer.slice(0, bytesRead);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

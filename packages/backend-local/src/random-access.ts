import { open } from 'node:fs/promises';
import type { RandomAccessFile } from '@dsgen/engine';

/** A file on disk that can be read at any place, until its scope ends. */
export interface OpenedFile extends RandomAccessFile, AsyncDisposable {}

/**
 * Opens a file for readers that jump in it, such as those of Parquet.
 *
 * @param onBytes Hears of every read from the disk. Default: nobody does.
 */
export async function openRandomAccess(path: string, onBytes?: (bytes: number) => void): Promise<OpenedFile> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      onBytes?.(bytesRead);
      return bytes.buffer.slice(0, bytesRead);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

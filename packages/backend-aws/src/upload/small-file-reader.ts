import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fingerprintOf } from '@dsgen/backend-local';
import { OPEN_FLAGS } from './open-flags.ts';
import type { StableFile } from './stable-file.ts';

/**
 * Reads small files. Where they come from memory, four calls that wait take a quarter of the processor time of four that do not;
 * where they come from a slow disk or network, only the latter can read several at once. So it waits as long as waiting is short.
 */
export interface SmallFileReader {
  /** Whether the next file should be read with {@link read}. */
  readonly isQuick: boolean;
  /** The bytes, or undefined when the file is no longer the one that was listed. */
  read(file: StableFile): Buffer | undefined;
}

/** One slow file in a hundred is a disk that was busy; this much on average is a disk that is slow. */
const QUICK_MS = 0.2;
const WEIGHT_OF_LATEST = 0.05;
/** Many bodies share one piece of memory: each of their own would cost more to clean up than to fill. */
const SLAB_BYTES = 1024 * 1024;
export const MAX_SMALL_FILE_BYTES = 64 * 1024;

export function createSmallFileReader(): SmallFileReader {
  let slab = Buffer.alloc(0);
  let averageMs = 0;

  function allocate(bytes: number): Buffer {
    if (slab.byteLength < bytes) slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    const body = slab.subarray(0, bytes);
    slab = slab.subarray(bytes);
    return body;
  }
  return {
    get isQuick() {
      return averageMs < QUICK_MS;
    },
    read(file) {
      const start = performance.now();
      try {
        return readNow(file, allocate(file.bytes));
      } finally {
        averageMs += WEIGHT_OF_LATEST * (performance.now() - start - averageMs);
      }
    },
  };
}

function readNow(file: StableFile, body: Buffer): Buffer | undefined {
  const descriptor = openSync(file.path, OPEN_FLAGS);
  try {
    for (let filled = 0; filled < body.byteLength;) {
      const read = readSync(descriptor, body, filled, body.byteLength - filled, filled);
      if (read === 0) return undefined;
      filled += read;
    }
    return fingerprintOf(fstatSync(descriptor, { bigint: true })) === file.fingerprint ? body : undefined;
  } finally {
    closeSync(descriptor);
  }
}

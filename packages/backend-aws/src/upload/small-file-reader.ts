import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createWaitingGauge, fingerprintOf } from '@dsgen/backend-local';
import { OPEN_FLAGS } from './open-flags.ts';
import type { StableFile } from './stable-file.ts';

/** Reads small files one after the other. */
export interface SmallFileReader {
  /** Whether the next file should be read with {@link read}: it waits, which is quick where files come from memory. */
  isQuick(): boolean;
  /** The bytes, or undefined when the file is no longer the one that was listed. */
  read(file: StableFile): Buffer | undefined;
}

/** Many bodies share one piece of memory: each of their own would cost more to clean up than to fill. */
const SLAB_BYTES = 1024 * 1024;
export const MAX_SMALL_FILE_BYTES = 64 * 1024;

export function createSmallFileReader(): SmallFileReader {
  const gauge = createWaitingGauge();
  let slab = Buffer.alloc(0);

  function allocate(bytes: number): Buffer {
    if (slab.byteLength < bytes) slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    const body = slab.subarray(0, bytes);
    slab = slab.subarray(bytes);
    return body;
  }
  return {
    isQuick: () => gauge.isQuick(),
    read: (file) => gauge.measure(() => readNow(file, allocate(file.bytes))),
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

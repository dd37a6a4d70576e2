import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { OPEN_FLAGS } from './open-flags.ts';
import { partRange, planParts } from './part-plan.ts';
import type { FileFacts } from './state/upload-state.ts';

// This runs in a thread of its own, which is small and starts quickly as long as it loads nothing but these few files.

/** What a fingerprint is made of. */
export interface FileLook {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
}

export interface HashedFile {
  readonly facts: FileFacts;
  /** How the file looked when its last byte had been read. */
  readonly look: FileLook;
}

const BLOCK_BYTES = 1024 * 1024;

/**
 * What identifies a large file and protects its parts, in one read; undefined when it ends too early. Blocks its thread for as
 * long as the file takes.
 */
export function hashFile(path: string, bytes: number): HashedFile | undefined {
  const descriptor = openSync(path, OPEN_FLAGS);
  try {
    const facts = hashParts(descriptor, bytes);
    const { size, mtimeNs, ctimeNs, ino, dev } = fstatSync(descriptor, { bigint: true });
    return facts === undefined ? undefined : { facts, look: { size, mtimeNs, ctimeNs, ino, dev } };
  } finally {
    closeSync(descriptor);
  }
}

function hashParts(descriptor: number, bytes: number): FileFacts | undefined {
  const plan = planParts(bytes);
  const sha256 = createHash('sha256');
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  const partChecksums: number[] = [];
  for (let number = 1; number <= plan.count; number += 1) {
    const range = partRange(plan, bytes, number);
    let checksum = 0;
    for (let done = 0; done < range.bytes;) {
      const read = readSync(descriptor, block, 0, Math.min(BLOCK_BYTES, range.bytes - done), range.offset + done);
      if (read === 0) return undefined;
      const piece = block.subarray(0, read);
      sha256.update(piece);
      checksum = crc32(piece, checksum);
      done += read;
    }
    partChecksums.push(checksum);
  }
  return { documentId: sha256.digest('hex'), partChecksums };
}

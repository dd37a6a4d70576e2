import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fingerprintOf } from '@dsgen/backend-local';
import { partRange, planParts } from './part-plan.ts';
import type { FileFacts } from './state/upload-state.ts';

export interface FileToHash {
  readonly path: string;
  readonly fingerprint: string;
  readonly bytes: number;
}

/** Never follows a link put in the file's place, and never waits for the other end of a pipe. */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const BLOCK_BYTES = 1024 * 1024;

/**
 * What identifies a large file and protects its parts, in one read; undefined when it is no longer the file it was. Blocks its
 * thread for as long as the file takes.
 */
export function hashFile(file: FileToHash): FileFacts | undefined {
  const descriptor = openSync(file.path, OPEN_FLAGS);
  try {
    const facts = hashParts(descriptor, file.bytes);
    return fingerprintOf(fstatSync(descriptor, { bigint: true })) === file.fingerprint ? facts : undefined;
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

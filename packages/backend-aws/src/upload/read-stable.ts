import { createHash, hash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fingerprintOf } from '@dsgen/backend-local';
import { partRange, planParts } from './part-plan.ts';
import type { FileFacts } from './state/upload-state.ts';

/** Never follows a link put in the file's place, and never waits for the other end of a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const BLOCK_BYTES = 1024 * 1024;

/** The file is no longer the one that was listed. */
export class FileChangedError extends Error {
  constructor() {
    super('the file changed while it was read');
    this.name = 'FileChangedError';
  }
}

export interface StableFile {
  readonly path: string;
  readonly fingerprint: string;
  readonly bytes: number;
}

export interface WholeFile {
  readonly documentId: string;
  readonly body: Buffer;
}

/**
 * The bytes of a file, all of one version of it: it looks the same before and after.
 *
 * @throws FileChangedError
 */
export async function readWhole(file: StableFile): Promise<WholeFile> {
  return withStableFile(file, async (handle) => {
    const body = Buffer.allocUnsafeSlow(file.bytes);
    await fill(handle, body, 0);
    return { body, documentId: hash('sha256', body) };
  });
}

/**
 * What identifies a large file and protects its parts, in one read.
 *
 * @throws FileChangedError
 */
export async function readFacts(file: StableFile, signal: AbortSignal): Promise<FileFacts> {
  return withStableFile(file, async (handle) => {
    const plan = planParts(file.bytes);
    const sha256 = createHash('sha256');
    const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
    const partChecksums: number[] = [];
    for (let number = 1; number <= plan.count; number += 1) {
      const range = partRange(plan, file.bytes, number);
      let checksum = 0;
      for (let done = 0; done < range.bytes; done += BLOCK_BYTES) {
        signal.throwIfAborted();
        const piece = block.subarray(0, Math.min(BLOCK_BYTES, range.bytes - done));
        await fill(handle, piece, range.offset + done);
        sha256.update(piece);
        checksum = crc32(piece, checksum);
      }
      partChecksums.push(checksum);
    }
    return { documentId: sha256.digest('hex'), partChecksums };
  });
}

/** A range of an open file in blocks of their own memory: a socket may still hold the one before. */
export async function* readRange(
  handle: FileHandle,
  { offset, bytes }: { readonly offset: number; readonly bytes: number },
): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; done += BLOCK_BYTES) {
    const block = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, bytes - done));
    await fill(handle, block, offset + done);
    yield block;
  }
}

/** @throws FileChangedError */
export async function assertUnchanged(handle: FileHandle, file: StableFile): Promise<void> {
  const fingerprint = fingerprintOf(await handle.stat({ bigint: true }));
  if (fingerprint !== file.fingerprint) throw new FileChangedError();
}

/** Opens a file for as long as `work` takes, and makes sure that it is the file it was. */
export async function withStableFile<Value>(
  file: StableFile,
  work: (handle: FileHandle) => Promise<Value>,
): Promise<Value> {
  const handle = await open(file.path, OPEN_FLAGS);
  try {
    const value = await work(handle);
    await assertUnchanged(handle, file);
    return value;
  } finally {
    await handle.close();
  }
}

async function fill(handle: FileHandle, block: Buffer, position: number): Promise<void> {
  for (let filled = 0; filled < block.byteLength;) {
    const { bytesRead } = await handle.read(block, filled, block.byteLength - filled, position + filled);
    if (bytesRead === 0) throw new FileChangedError();
    filled += bytesRead;
  }
}

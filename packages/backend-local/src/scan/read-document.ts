import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fingerprintOf } from './fingerprint.ts';

const BLOCK_BYTES = 1024 * 1024;

/** Never follows a link put in the file's place, and never waits for the other end of a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface HashedFile {
  /** sha256, lower-case hex. */
  readonly documentId: string;
  /** How the file looked when its last byte was read. */
  readonly fingerprint: string;
  /** When the file last changed, in milliseconds since 1970. */
  readonly changedAtMs: number;
}

/** Hashes a file in blocks. The fingerprint is of the open file, so that it belongs to the bytes that were read. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<HashedFile> {
  const file = await open(path, OPEN_FLAGS);
  try {
    const before = await file.stat({ bigint: true });
    const hash = createHash('sha256');
    const block = Buffer.allocUnsafe(Number(before.size < BLOCK_BYTES ? before.size + 1n : BLOCK_BYTES));
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(block, 0, block.length);
      if (bytesRead === 0) break;
      hash.update(block.subarray(0, bytesRead));
    }
    const after = await file.stat({ bigint: true });
    return { documentId: hash.digest('hex'), fingerprint: fingerprintOf(after), changedAtMs: Number(after.ctimeMs) };
  } finally {
    await file.close();
  }
}

export interface FileEnds {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** The first and last bytes of a file; both are the whole file when it is no longer than `bytes`. */
export async function readFileEnds(path: string, bytes: number): Promise<FileEnds> {
  const file = await open(path, OPEN_FLAGS);
  try {
    const size = Number((await file.stat()).size);
    const head = await readRange(file, 0, Math.min(bytes, size));
    if (size <= bytes) return { head, tail: head };
    return { head, tail: await readRange(file, size - bytes, bytes) };
  } finally {
    await file.close();
  }
}

async function readRange(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

export interface OpenedDocument {
  readonly bytes: Uint8Array;
  readonly facts: BigIntStats;
}

/**
 * All bytes of a regular file.
 *
 * @throws Error with code `ENOTFILE` when a pipe or device took its place
 */
export async function readWholeFile(path: string): Promise<OpenedDocument> {
  const file = await open(path, OPEN_FLAGS);
  try {
    const facts = await file.stat({ bigint: true });
    if (!facts.isFile()) throw Object.assign(new Error(`not a regular file: ${path}`), { code: 'ENOTFILE' });
    return { bytes: await readRange(file, 0, Number(facts.size)), facts };
  } finally {
    await file.close();
  }
}

const MAX_SMALL_FILE_BYTES = 16 * 1024 * 1024;

/** The text of a regular file of modest size, or undefined when there is none: nothing in a corpus can make this wait or fill the memory. */
export async function readSmallFile(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, OPEN_FLAGS);
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > MAX_SMALL_FILE_BYTES) return undefined;
      return Buffer.from(await readRange(file, 0, facts.size)).toString('utf8');
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

import { open, type FileHandle } from 'node:fs/promises';
import { fingerprintOf } from '@dsgen/backend-local';
import { BLOCK_BYTES, type BlockRing } from './block-ring.ts';
import { OPEN_FLAGS } from './open-flags.ts';
import type { StableFile } from './stable-file.ts';

/** The file is no longer the one that was listed. */
export class FileChangedError extends Error {
  constructor() {
    super('the file changed while it was read');
    this.name = 'FileChangedError';
  }
}

/**
 * The bytes of a file, all of one version of it: it looks the same before and after.
 *
 * @throws FileChangedError
 */
export async function readWhole(file: StableFile): Promise<Buffer> {
  return withStableFile(file, async (handle) => {
    const body = Buffer.allocUnsafeSlow(file.bytes);
    await fill(handle, body, 0);
    return body;
  });
}

/** A range of an open file in blocks, each of which holds its bytes until the next but one is asked for. */
export async function* readRange(
  handle: FileHandle,
  { offset, bytes }: { readonly offset: number; readonly bytes: number },
  ring: BlockRing,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; done += BLOCK_BYTES) {
    const block = ring.next().subarray(0, Math.min(BLOCK_BYTES, bytes - done));
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

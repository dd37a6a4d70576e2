import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface WriteDurablyOptions {
  /** Folder on the same file system for the file until it is whole. */
  readonly temporaryFolder: string;
  /** Leave an existing target alone. */
  readonly ifAbsent: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a file so that any reader, also one after a crash or power loss, sees all of it or nothing: temporary file, fsync,
 * rename, fsync of the folder.
 */
export async function writeDurably(
  target: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  options: WriteDurablyOptions,
): Promise<'written' | 'exists'> {
  if (options.ifAbsent && (await exists(target))) return 'exists';
  const temporary = join(options.temporaryFolder, randomBytes(12).toString('hex'));
  try {
    await writeAndSync(temporary, body, options.signal);
    await mkdir(dirname(target), { recursive: true });
    const result = options.ifAbsent ? await publishIfAbsent(temporary, target) : await publish(temporary, target);
    await syncFolder(dirname(target));
    return result;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Makes a finished file of the same file system the target, with the same promise. */
export async function moveDurably(file: string, target: string): Promise<void> {
  try {
    await syncFile(file);
    await makeFolder(dirname(target));
    await rename(file, target);
    await syncFolder(dirname(target));
  } finally {
    await rm(file, { force: true });
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAndSync(
  path: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const piece of body instanceof Uint8Array ? [body] : body) {
      signal?.throwIfAborted();
      await writeAll(file, piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** `FileHandle.write` may write less than it is given, for example just before the disk is full. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, offset);
    offset += bytesWritten;
  }
}

async function publish(temporary: string, target: string): Promise<'written'> {
  await rename(temporary, target);
  return 'written';
}

/** A hard link fails when the target exists, in one step; rename would replace it. */
async function publishIfAbsent(temporary: string, target: string): Promise<'written' | 'exists'> {
  try {
    await link(temporary, target);
    return 'written';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return 'exists';
    // Some file systems have no hard links; the store's lock keeps other processes out there.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    if (await exists(target)) return 'exists';
    return publish(temporary, target);
  }
}

/** Makes renames and new names in a folder survive a power loss. Windows cannot open folders and needs no such step. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Makes a folder and those above it. Asked for all of them at once, Node calls a read-only file system a missing folder (ENOENT), so the
 * first that is missing is then made by itself, which tells the truth.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(await outermostMissing(path));
    await mkdir(path, { recursive: true });
  }
}

async function outermostMissing(path: string): Promise<string> {
  let missing = path;
  while (!(await exists(dirname(missing)))) missing = dirname(missing);
  return missing;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { explainIoError } from '../store/explain-io-error.ts';

/**
 * Where a document process writes what it found. It gets the open file and no path, so it can write there and nowhere else; and
 * the bytes never pass through the memory of this process.
 */
export interface ScratchFile {
  /** For the process's list of open files. */
  readonly descriptor: number;
  size(): number;
  /** Makes it empty for the next document. */
  clear(): void;
  /** Copies what was written to a new file, out of the reach of the process, and gives its path. */
  copy(): Promise<string>;
  close(): void;
}

/** @param folder on the file system of the artefacts, and cleared when a store is opened */
export function openScratchFile(folder: string): ScratchFile {
  const path = newPath(folder);
  const descriptor = open(path, folder);
  return {
    descriptor,
    size: () => fstatSync(descriptor).size,
    clear: () => ftruncateSync(descriptor),
    async copy() {
      const target = newPath(folder);
      try {
        await copyFile(path, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        return target;
      } catch (error) {
        await rm(target, { force: true });
        throw explainIoError(error, target);
      }
    },
    close() {
      closeSync(descriptor);
      rmSync(path, { force: true });
    },
  };
}

function open(path: string, folder: string): number {
  try {
    return openSync(path, 'wx+', 0o600);
  } catch (error) {
    throw explainIoError(error, folder);
  }
}

function newPath(folder: string): string {
  return join(folder, randomBytes(12).toString('hex'));
}

import { createHash } from 'node:crypto';
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatasetSink, SinkFile } from '@dsgen/engine';
import { syncFolder, writeAll } from '../store/durable-file.ts';
import { explainIoError } from '../store/explain-io-error.ts';

/** Writes are gathered up to this size: records are small and many. */
const BUFFER_LENGTH = 256 * 1024;

/** Files of a dataset in a folder. */
export function createFolderSink(folder: string): DatasetSink & { close(): Promise<void> } {
  const openFiles = new Set<FolderFile>();
  return {
    async open(name) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const file = new FolderFile(path, await open(path, 'wx'), () => openFiles.delete(file));
      openFiles.add(file);
      return file;
    },
    rename: (name, newName) => rename(join(folder, name), join(folder, newName)),
    /** Closes what a failed run left open. */
    async close() {
      for (const file of openFiles) await file.abandon();
    },
  };
}

class FolderFile implements SinkFile {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #onClose: () => void;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #pending: Buffer[] = [];
  #pendingLength = 0;

  constructor(path: string, file: FileHandle, onClose: () => void) {
    this.#path = path;
    this.#file = file;
    this.#onClose = onClose;
  }

  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);
    this.#pending.push(bytes);
    this.#pendingLength += bytes.byteLength;
    if (this.#pendingLength >= BUFFER_LENGTH) await this.#flush();
  }

  async close(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    try {
      await this.#flush();
      await this.#file.sync();
      await syncFolder(dirname(this.#path));
    } catch (error) {
      throw explainIoError(error, this.#path);
    } finally {
      await this.abandon();
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async abandon(): Promise<void> {
    this.#onClose();
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingLength = 0;
    this.#hash.update(bytes);
    this.#bytes += bytes.byteLength;
    try {
      await writeAll(this.#file, bytes);
    } catch (error) {
      throw explainIoError(error, this.#path);
    }
  }
}

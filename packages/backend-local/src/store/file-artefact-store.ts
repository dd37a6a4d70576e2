import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  assertArtefactKey,
  type AbortableOptions,
  type ArtefactInfo,
  type ArtefactStore,
  type PutArtefactOptions,
} from '@dsgen/core';
import { moveDurably, writeDurably } from './durable-file.ts';
import { EarlyNotes, recoverNotes } from './early-notes.ts';
import { explainIoError } from './explain-io-error.ts';

export interface FileArtefactStoreOptions {
  /** Holds one file per key, under the key. */
  readonly folder: string;
  /** Holds files until they are whole; on the same file system, and empty but for writes under way. */
  readonly temporaryFolder: string;
}

/** An artefact store in a folder, and where a key's file is, for readers in other threads. */
export interface FileArtefactStore extends ArtefactStore {
  pathOf(key: string): string;
  /** Makes a finished file the artefact; it must be on the same file system, and is gone afterwards in any case. */
  adopt(key: string, file: string): Promise<void>;
  /** Keeps what a process that was killed had only noted. For the one process that works in the store, before it does. */
  recover(): Promise<void>;
}

/** Artefacts as files. Both folders are made when missing. */
export async function createFileArtefactStore(options: FileArtefactStoreOptions): Promise<FileArtefactStore> {
  await mkdir(options.folder, { recursive: true });
  await mkdir(options.temporaryFolder, { recursive: true });
  return new FolderStore(options);
}

class FolderStore implements FileArtefactStore {
  readonly specificationVersion = 1;
  readonly #folder: string;
  readonly #temporaryFolder: string;
  readonly #notes: EarlyNotes;

  constructor(options: FileArtefactStoreOptions) {
    this.#folder = options.folder;
    this.#temporaryFolder = options.temporaryFolder;
    this.#notes = new EarlyNotes(options.temporaryFolder);
  }

  pathOf(key: string): string {
    return join(this.#folder, key);
  }

  async get(key: string, options: AbortableOptions = {}): Promise<Uint8Array | undefined> {
    check(key, options.signal);
    const buffer = await unlessMissing(() => readFile(this.pathOf(key), { signal: options.signal }));
    return buffer === undefined ? undefined : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  async *read(key: string, options: AbortableOptions = {}): AsyncGenerator<Uint8Array> {
    if ((await this.head(key, options)) === undefined) return;
    for await (const piece of createReadStream(this.pathOf(key), { signal: options.signal })) {
      yield piece as Uint8Array;
    }
  }

  async put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: PutArtefactOptions = {},
  ): Promise<'written' | 'exists'> {
    check(key, options.signal);
    const { ifAbsent = false, noteAtOnce = false, signal } = options;
    const temporaryFolder = this.#temporaryFolder;
    try {
      const isSafe = noteAtOnce && body instanceof Uint8Array ? this.#notes.note(key, body) : undefined;
      const result = await writeDurably(this.pathOf(key), body, { temporaryFolder, ifAbsent, signal });
      await isSafe?.();
      return result;
    } catch (error) {
      throw explainIoError(error, this.pathOf(key));
    }
  }

  async adopt(key: string, file: string): Promise<void> {
    assertArtefactKey(key);
    try {
      await moveDurably(file, this.pathOf(key));
    } catch (error) {
      throw explainIoError(error, this.pathOf(key));
    }
  }

  async recover(): Promise<void> {
    await recoverNotes(this.#temporaryFolder, this);
  }

  async head(key: string, options: AbortableOptions = {}): Promise<ArtefactInfo | undefined> {
    check(key, options.signal);
    const facts = await unlessMissing(() => stat(this.pathOf(key)));
    return facts?.isFile() === true ? { key, bytes: facts.size } : undefined;
  }

  list(prefix: string, options: AbortableOptions = {}): AsyncGenerator<ArtefactInfo> {
    return listKeys(this.#folder, prefix, options.signal);
  }

  async delete(key: string, options: AbortableOptions = {}): Promise<void> {
    check(key, options.signal);
    await rm(this.pathOf(key), { force: true });
  }
}

function check(key: string, signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
  assertArtefactKey(key);
}

async function unlessMissing<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // EISDIR: the key is only the beginning of other keys.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** Starts in the deepest folder the prefix names, so that listing one stage does not walk the others. */
async function* listKeys(
  folder: string,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ArtefactInfo> {
  const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  yield* walkKeys({ folder, start, prefix, signal });
}

interface Walk {
  readonly folder: string;
  readonly start: string;
  readonly prefix: string;
  readonly signal: AbortSignal | undefined;
}

async function* walkKeys(walk: Walk): AsyncGenerator<ArtefactInfo> {
  walk.signal?.throwIfAborted();
  const entries = await unlessMissing(() => readdir(join(walk.folder, walk.start), { withFileTypes: true }));
  const names = (entries ?? []).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).toSorted();
  for (const name of names) {
    walk.signal?.throwIfAborted();
    const key = walk.start + name;
    if (name.endsWith('/')) {
      if (key.startsWith(walk.prefix) || walk.prefix.startsWith(key)) yield* walkKeys({ ...walk, start: key });
    } else if (key.startsWith(walk.prefix)) {
      const facts = await unlessMissing(() => stat(join(walk.folder, key)));
      if (facts !== undefined) yield { key, bytes: facts.size };
    }
  }
}

import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtefactStore } from '@dsgen/core';

/** A file of notes: one line for each artefact, in the order they came. */
interface NoteFile {
  readonly path: string;
  readonly descriptor: number;
  bytes: number;
  /** Artefacts in it that are not safe yet. */
  open: number;
}

const ENDING = '.notes';
/** A file beyond this takes no further notes, so that it is gone soon. */
const MOST_BYTES = 262_144;

/**
 * Notes artefacts the moment they come, in one write to a file that is open: what waits for its turn behind the fsyncs of others is lost
 * when the process is killed, and the writing of a file of its own blocks for as long as these fsyncs hold the journal of the file system.
 * A file of notes is deleted once all it notes is safe.
 */
export class EarlyNotes {
  readonly #folder: string;
  #current: NoteFile | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What to call when the artefact is safe by itself. An artefact that never is stays noted, for `recoverNotes`. */
  note(key: string, body: Uint8Array): () => Promise<void> {
    const file = (this.#current ??= this.#open());
    const line = Buffer.from(`\n${JSON.stringify([key, Buffer.from(body).toString('base64')])}`);
    file.open += 1;
    file.bytes += line.byteLength;
    for (let offset = 0; offset < line.byteLength;) offset += writeSync(file.descriptor, line, offset);
    if (file.bytes > MOST_BYTES) this.#current = undefined;
    return () => this.#settle(file);
  }

  #open(): NoteFile {
    const path = join(this.#folder, randomBytes(12).toString('hex') + ENDING);
    return { path, descriptor: openSync(path, 'ax'), bytes: 0, open: 0 };
  }

  async #settle(file: NoteFile): Promise<void> {
    file.open -= 1;
    if (file.open > 0) return;
    if (this.#current === file) this.#current = undefined;
    closeSync(file.descriptor);
    await rm(file.path, { force: true });
  }
}

/** Puts into the store what a process that was killed had noted and not made safe. For the only process that works in the folder. */
export async function recoverNotes(folder: string, store: ArtefactStore): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(ENDING)) continue;
    const path = join(folder, name);
    for (const line of (await readFile(path, 'utf8')).split('\n')) {
      const note = parse(line);
      if (note !== undefined) await store.put(note.key, note.body, { ifAbsent: true });
    }
    await rm(path, { force: true });
  }
}

/** Undefined for a line that the kill, a full disk or a power loss cut off. */
function parse(line: string): { readonly key: string; readonly body: Uint8Array } | undefined {
  try {
    const [key, body] = JSON.parse(line) as [string, string];
    return { key, body: Buffer.from(body, 'base64') };
  } catch {
    return undefined;
  }
}

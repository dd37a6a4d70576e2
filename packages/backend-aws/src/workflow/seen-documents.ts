import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Slots for each document: open addressing is quick while at most three of four are taken. */
const SLOTS_PER_DOCUMENT = 4 / 3;
const FEWEST_SLOTS = 1_024;
const HASH_BYTES = 32;
const HEAD_BYTES = HASH_BYTES + 4;
const BUFFER_BYTES = 1_024 * 1_024;
/** Where nothing is: offsets in the file are 0 or more. */
const EMPTY = -1;

/**
 * Remembers which document had which bytes first. In memory is a table of 12 bytes a slot, as large from the beginning as the corpus
 * needs; hashes and paths are in a file. A tag of the hash leads to a place of the file, and the whole hash there decides.
 */
export class SeenDocuments {
  readonly #folder: string;
  readonly #file: number;
  readonly #tags: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #mask: number;
  readonly #waiting = Buffer.allocUnsafe(BUFFER_BYTES);
  readonly #head = Buffer.allocUnsafe(HEAD_BYTES);
  #waitingBytes = 0;
  #writtenBytes = 0;
  #documents = 0;

  /** `documents` is the most that will be remembered. */
  constructor({ scratchFolder, documents }: { readonly scratchFolder: string; readonly documents: number }) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, documents * SLOTS_PER_DOCUMENT)));
    this.#mask = slots - 1;
    this.#tags = new Uint32Array(slots);
    this.#offsets = new Float64Array(slots).fill(EMPTY);
    mkdirSync(scratchFolder, { recursive: true });
    this.#folder = mkdtempSync(join(scratchFolder, 'seen-'));
    this.#file = openSync(join(this.#folder, 'documents'), 'wx+');
  }

  /** The path of an earlier document with the same sha256, or undefined: then this one is remembered. */
  firstPath(sha256: string, path: string): string | undefined {
    const hash = Buffer.from(sha256, 'hex');
    const tag = hash.readUInt32LE(0);
    let slot = hash.readUInt32LE(4) & this.#mask;
    for (; this.#offsets[slot] !== EMPTY; slot = (slot + 1) & this.#mask) {
      if (this.#tags[slot] !== tag) continue;
      const known = this.#read(this.#offsets[slot] ?? 0, hash);
      if (known !== undefined) return known;
    }
    this.#documents += 1;
    if (this.#documents > this.#mask) throw new Error(`the corpus has more documents than its seal says`);
    this.#tags[slot] = tag;
    this.#offsets[slot] = this.#append(hash, Buffer.from(path, 'utf8'));
    return undefined;
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The path kept at a place, if its hash is this one. */
  #read(offset: number, hash: Buffer): string | undefined {
    if (offset >= this.#writtenBytes) this.#flush();
    readSync(this.#file, this.#head, 0, HEAD_BYTES, offset);
    if (!this.#head.subarray(0, HASH_BYTES).equals(hash)) return undefined;
    const path = Buffer.allocUnsafe(this.#head.readUInt32LE(HASH_BYTES));
    readSync(this.#file, path, 0, path.length, offset + HEAD_BYTES);
    return path.toString('utf8');
  }

  #append(hash: Buffer, path: Buffer): number {
    const bytes = HEAD_BYTES + path.length;
    if (bytes > BUFFER_BYTES) throw new Error(`a path of ${path.length} bytes is too long`);
    if (this.#waitingBytes + bytes > BUFFER_BYTES) this.#flush();
    const offset = this.#writtenBytes + this.#waitingBytes;
    hash.copy(this.#waiting, this.#waitingBytes);
    this.#waiting.writeUInt32LE(path.length, this.#waitingBytes + HASH_BYTES);
    path.copy(this.#waiting, this.#waitingBytes + HEAD_BYTES);
    this.#waitingBytes += bytes;
    return offset;
  }

  #flush(): void {
    for (let done = 0; done < this.#waitingBytes;)
      done += writeSync(this.#file, this.#waiting, done, this.#waitingBytes - done, this.#writtenBytes + done);
    this.#writtenBytes += this.#waitingBytes;
    this.#waitingBytes = 0;
  }
}

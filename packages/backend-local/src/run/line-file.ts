import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeAll } from '../store/durable-file.ts';
import { explainIoError } from '../store/explain-io-error.ts';

/** Text that waits for the disk; beyond this the writer waits too. */
const MAX_PENDING_LENGTH = 1024 * 1024;
const READ_BYTES = 256 * 1024;
const LINE_FEED = 0x0a;

/** A file of lines that is read while it is written: slow readers cost no memory. */
export interface LineWriter {
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins a file of lines, empty.
 *
 * @param onWrite called whenever more lines can be read
 */
export async function openLineWriter(path: string, onWrite: () => void): Promise<LineWriter> {
  await mkdir(dirname(path), { recursive: true });
  return new FileLineWriter(path, await open(path, 'w'), onWrite);
}

class FileLineWriter implements LineWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #onWrite: () => void;
  #pending = '';
  #writing: Promise<void> | undefined;
  #failure: unknown;

  constructor(path: string, file: FileHandle, onWrite: () => void) {
    this.#path = path;
    this.#file = file;
    this.#onWrite = onWrite;
  }

  /** Whatever comes while a write is under way goes out with the next one. */
  async append(line: string): Promise<void> {
    this.#throwFailure();
    this.#pending += `${line}\n`;
    this.#writing ??= this.#writePending();
    if (this.#pending.length > MAX_PENDING_LENGTH) await this.#writing;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
    this.#throwFailure();
  }

  async #writePending(): Promise<void> {
    try {
      while (this.#pending !== '') {
        const bytes = Buffer.from(this.#pending, 'utf8');
        this.#pending = '';
        await writeAll(this.#file, bytes);
        this.#onWrite();
      }
    } catch (error) {
      this.#failure = explainIoError(error, this.#path);
    }
    this.#writing = undefined;
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** Reads whole lines; a last line without its line feed is still being written and is left for the next call. */
export class LineReader {
  readonly #file: FileHandle;
  readonly #buffer = Buffer.allocUnsafe(READ_BYTES);
  #position = 0;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<LineReader> {
    return new LineReader(await open(path, 'r'));
  }

  /** The lines that are there and were not read before, in pieces; ends at the end of what is there now. */
  async *lines(): AsyncGenerator<string> {
    for (;;) {
      const { bytesRead } = await this.#file.read(this.#buffer, 0, READ_BYTES, this.#position);
      if (bytesRead === 0) return;
      this.#position += bytesRead;
      const bytes = Buffer.concat([this.#rest, this.#buffer.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      this.#rest = bytes.subarray(end);
      if (end > 0) yield* bytes.toString('utf8', 0, end - 1).split('\n');
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

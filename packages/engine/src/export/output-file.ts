import { createHash } from 'node:crypto';
import type { Codec, DatasetFile, FileDigest } from '@dsgen/core';
import { packRows, type Packing } from '@dsgen/formats';
import type { DatasetSink, SinkFile } from './dataset-sink.ts';
import { ENCRYPTED_EXTENSION, type Encrypt } from './encryption/age.ts';

export interface OutputFileOptions {
  readonly sink: DatasetSink;
  /** Default: plain JSON Lines. */
  readonly packing?: Packing;
  /** Gives the columns of CSV and Parquet. */
  readonly codec?: Codec;
  /** Default: as it is. */
  readonly encrypt?: Encrypt | undefined;
}

/** Lines are handed on together, at sizes that depend on nothing but the lines: compressors see the same pieces each time. */
const PIECE_CHARACTERS = 64 * 1024;

/** A file that is written line by line: packed, compressed and encrypted on the way, with a piece or two in memory. */
export class OutputFile {
  readonly #name: string;
  readonly #pieces: WritableStreamDefaultWriter<Uint8Array>;
  readonly #written: Promise<Omit<DatasetFile, 'name'>>;
  #pending: string[] = [];
  #pendingLength = 0;
  #rows = 0;

  /** @param name Without what encryption adds to it. */
  static async open(name: string, options: OutputFileOptions): Promise<OutputFile> {
    const stored = options.encrypt === undefined ? name : `${name}${ENCRYPTED_EXTENSION}`;
    return new OutputFile(stored, await options.sink.open(stored), options);
  }

  private constructor(name: string, file: SinkFile, options: OutputFileOptions) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    this.#name = name;
    this.#pieces = writable.getWriter();
    this.#written = writeFile(readable, file, options);
    // Whoever writes or closes next hears of it.
    this.#written.catch(() => undefined);
    this.#pieces.closed.catch(() => undefined);
  }

  get rows(): number {
    return this.#rows;
  }

  async addLine(line: string): Promise<void> {
    this.#pending.push(line);
    this.#pendingLength += line.length;
    this.#rows += 1;
    if (this.#pendingLength >= PIECE_CHARACTERS) await this.#handOn();
  }

  async close(): Promise<DatasetFile> {
    await this.#handOn();
    await this.#pieces.close().catch(() => this.#written);
    return { name: this.#name, ...(await this.#written), records: this.#rows };
  }

  /** Lets go of a file that will not be finished. */
  async abandon(): Promise<void> {
    await this.#pieces.abort().catch(() => undefined);
    await this.#written.catch(() => undefined);
  }

  async #handOn(): Promise<void> {
    if (this.#pendingLength === 0) return;
    const piece = Buffer.from(this.#pending.join(''), 'utf8');
    this.#pending = [];
    this.#pendingLength = 0;
    // When the other end has failed, its error says why.
    await this.#pieces.write(piece).catch(() => this.#written);
  }
}

/** A whole text as a file, encrypted where asked. */
export async function writeTextFile(
  name: string,
  text: string,
  { sink, encrypt }: Pick<OutputFileOptions, 'sink' | 'encrypt'>,
): Promise<DatasetFile> {
  const stored = encrypt === undefined ? name : `${name}${ENCRYPTED_EXTENSION}`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text, 'utf8');
  }
  return { name: stored, ...(await writeBytes(bytes(), await sink.open(stored), encrypt)) };
}

function writeFile(lines: AsyncIterable<Uint8Array>, file: SinkFile, options: OutputFileOptions) {
  const { packing = { container: 'lines' }, codec, encrypt } = options;
  return writeBytes(packRows(lines, { ...packing, ...(codec !== undefined && { codec }) }), file, encrypt);
}

async function writeBytes(
  bytes: AsyncIterable<Uint8Array>,
  file: SinkFile,
  encrypt: Encrypt | undefined,
): Promise<FileDigest & { readonly plain?: FileDigest }> {
  if (encrypt === undefined) {
    for await (const piece of bytes) await file.write(piece);
    return file.close();
  }
  const meter = new Meter();
  for await (const piece of encrypt(meter.pass(bytes))) await file.write(piece);
  return { ...(await file.close()), plain: meter.digest() };
}

/** Hashes what passes. */
class Meter {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  async *pass(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      this.#hash.update(piece);
      this.#bytes += piece.byteLength;
      yield piece;
    }
  }

  digest(): FileDigest {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

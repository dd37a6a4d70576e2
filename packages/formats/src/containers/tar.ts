import { InputError } from '@dsgen/core';
import { ByteReader } from './byte-reader.ts';

/** One file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly body: Uint8Array;
}

export interface ReadTarOptions {
  /** Longest file in bytes; a longer one stops the reading, since its bytes cannot be told from the rest. Default 64 MiB. */
  readonly maxEntryBytes?: number;
}

const BLOCK = 512;
const MAX_NAME_BYTES = 100;
/** Eleven octal digits. */
const MAX_WRITTEN_BYTES = 8 ** 11 - 1;
const DEFAULT_MAX_ENTRY_BYTES = 64 * 1024 * 1024;

/** Whether the first bytes of a file are those of a tar archive. */
export function isTar(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).subarray(257, 262).toString('latin1') === 'ustar';
}

/** A file to be archived: its bytes, or as many as it says from a stream. */
export interface TarSource {
  readonly name: string;
  readonly body: Uint8Array | { readonly bytes: number; readonly chunks: AsyncIterable<Uint8Array> };
}

/**
 * A tar archive (ustar) of files given one after the other. Owner, mode and time are always the same, so the same files give
 * the same bytes.
 *
 * @throws InputError `tar-name` when a name is longer than 100 bytes; `tar-entry-too-large`, `tar-entry-changed`.
 */
export async function* writeTar(entries: AsyncIterable<TarSource> | Iterable<TarSource>): AsyncGenerator<Uint8Array> {
  for await (const { name, body } of entries) {
    if (body instanceof Uint8Array) {
      yield Buffer.concat([header(name, body.byteLength), body, padding(body.byteLength)]);
    } else {
      yield header(name, body.bytes);
      yield* exactly(body.bytes, body.chunks, name);
      yield padding(body.bytes);
    }
  }
  yield Buffer.alloc(2 * BLOCK);
}

function padding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** What a header has announced cannot be taken back. */
async function* exactly(bytes: number, chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.byteLength;
    if (seen > bytes) break;
    yield chunk;
  }
  if (seen === bytes) return;
  throw new InputError({
    code: 'tar-entry-changed',
    message: `Writing the archive failed: ${JSON.stringify(name)} is not the ${bytes} bytes long that it was.`,
    fix: 'Write the archive again while nothing else changes its files.',
  });
}

function header(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw new InputError({
      code: 'tar-name',
      message: `Writing the archive failed: the name ${JSON.stringify(name)} is longer than ${MAX_NAME_BYTES} bytes.`,
      fix: 'Give its files shorter names.',
    });
  }
  if (bytes > MAX_WRITTEN_BYTES) {
    throw new InputError({
      code: 'tar-entry-too-large',
      message: `Writing the archive failed: ${JSON.stringify(name)} has ${bytes} bytes, more than the ${MAX_WRITTEN_BYTES} that ustar can say.`,
      fix: 'Cut the files into shards.',
    });
  }
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write('0000644\0' + '0000000\0'.repeat(2), 100);
  block.write(`${bytes.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  // The sum is taken with its own field full of spaces.
  block.write(`${' '.repeat(8)}0`, 148);
  block.write('ustar', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/**
 * The plain files of a tar archive, in its order; folders, links and devices are passed over. Memory holds one file.
 *
 * @throws InputError `container-truncated`, `container-corrupt` or `tar-entry-too-long`.
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadTarOptions = {},
): AsyncGenerator<TarEntry> {
  const maxBytes = options.maxEntryBytes ?? DEFAULT_MAX_ENTRY_BYTES;
  const reader = new ByteReader(chunks);
  try {
    let longName: string | undefined;
    for (;;) {
      const block = await reader.read(BLOCK);
      if (block === undefined || block.every((byte) => byte === 0)) return;
      const { name, bytes, type } = parseHeader(block);
      if (bytes > maxBytes) throw tooLong(name, bytes, maxBytes);
      const body = bytes === 0 ? Buffer.alloc(0) : await reader.require(bytes);
      await reader.require((BLOCK - (bytes % BLOCK)) % BLOCK);
      if (type === 'L') longName = body.toString('utf8').replace(/\0.*$/s, '');
      else if (type === 'x') longName = paxPath(body) ?? longName;
      else if (type === '0' || type === '\0') {
        yield { name: longName ?? name, body };
        longName = undefined;
      }
    }
  } finally {
    await reader.close();
  }
}

interface TarHeader {
  readonly name: string;
  readonly bytes: number;
  readonly type: string;
}

function parseHeader(block: Buffer): TarHeader {
  const sum = octal(block, 148, 8);
  const actual = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== actual || !isTar(block)) {
    throw new InputError({
      code: 'container-corrupt',
      message: 'Reading the archive failed: a file header is damaged.',
      fix: 'Copy or download the archive again.',
    });
  }
  const prefix = text(block, 345, 155);
  const name = text(block, 0, MAX_NAME_BYTES);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    bytes: octal(block, 124, 12),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

function text(block: Buffer, start: number, length: number): string {
  return block.toString('utf8', start, start + length).replace(/\0.*$/s, '');
}

function octal(block: Buffer, start: number, length: number): number {
  const value = Number.parseInt(text(block, start, length).trim(), 8);
  return Number.isNaN(value) ? -1 : value;
}

/** `27 path=a/long/name\n`: the length counts the whole record. */
function paxPath(body: Buffer): string | undefined {
  return /^\d+ path=(.*)$/m.exec(body.toString('utf8'))?.[1];
}

function tooLong(name: string, bytes: number, maxBytes: number): InputError {
  return new InputError({
    code: 'tar-entry-too-long',
    message: `Reading the archive failed: ${JSON.stringify(name.slice(0, 80))} has ${bytes} bytes, more than ${maxBytes}.`,
    fix: 'Raise the limit, or leave the file out of the archive.',
  });
}

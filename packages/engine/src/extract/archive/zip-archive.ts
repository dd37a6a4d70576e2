import { ExtractError } from '@dsgen/core';
import { crc32, inflateRawSync } from 'node:zlib';
import type { ExtractLimits } from '../source.ts';
import { refuseOleContainer } from './ole-container.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

type ZipLimits = Pick<ExtractLimits, 'maxInflatedBytes' | 'maxInflateRatio' | 'maxArchiveEntries'>;

const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** Small parts of blank forms and empty sheets pack far better than 100:1 and harm nobody. */
const RATIO_FREE_BYTES = 1024 * 1024;

/**
 * A ZIP archive held in memory whose entries are inflated on demand under one budget for the whole archive.
 * Declared sizes are never trusted: inflation itself stops at the limit. Nothing is ever written to a disk.
 */
export class ZipArchive {
  readonly #buffer: Buffer;
  readonly #limits: ZipLimits;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #packedBytes = 0;
  #inflatedBytes = 0;

  /**
   * @throws ExtractError `encrypted` or `unsupported-type` for an OLE container in place of the archive, `corrupt` or
   * `bomb` for a bad directory
   */
  constructor(bytes: Uint8Array, limits: ZipLimits) {
    refuseOleContainer(bytes);
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#entries = new Map(readZipDirectory(bytes, limits.maxArchiveEntries).map((entry) => [entry.name, entry]));
  }

  /** Names of all files in the archive, in directory order. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * Inflates one entry; `undefined` when there is none of that name.
   *
   * @throws ExtractError `encrypted`, `corrupt`, or `bomb` when the archive inflates beyond its limits
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.isEncrypted) throw new ExtractError('encrypted', `Part ${JSON.stringify(name)} is encrypted.`);
    const content = this.#inflate(entry, this.#packedContent(entry));
    if (crc32(content) !== entry.crc32) throw corruptPart(entry, 'its checksum does not match');
    return content;
  }

  /** Like `read`, for parts without which the document is nothing. */
  require(name: string): Uint8Array {
    const content = this.read(name);
    if (content === undefined) throw new ExtractError('corrupt', `Part ${JSON.stringify(name)} is missing.`);
    return content;
  }

  #packedContent(entry: ZipEntry): Buffer {
    const header = entry.headerOffset;
    if (this.#buffer.readUInt32LE(header) !== LOCAL_HEADER_SIGNATURE) throw corruptPart(entry, 'its header is missing');
    const nameLength = this.#buffer.readUInt16LE(header + 26);
    const extraLength = this.#buffer.readUInt16LE(header + 28);
    const start = header + LOCAL_HEADER_LENGTH + nameLength + extraLength;
    if (start + entry.packedSize > this.#buffer.length) throw corruptPart(entry, 'it is cut short');
    return this.#buffer.subarray(start, start + entry.packedSize);
  }

  #inflate(entry: ZipEntry, packed: Buffer): Buffer {
    this.#packedBytes += packed.length;
    const ratioAllowance = Math.max(RATIO_FREE_BYTES, this.#packedBytes * this.#limits.maxInflateRatio);
    const allowance = Math.min(this.#limits.maxInflatedBytes, ratioAllowance) - this.#inflatedBytes;
    const content = inflateWithin(entry, packed, allowance);
    this.#inflatedBytes += content.length;
    return content;
  }
}

function inflateWithin(entry: ZipEntry, packed: Buffer, maxBytes: number): Buffer {
  if (entry.method === STORED) {
    if (packed.length > maxBytes) throw bomb(entry, maxBytes);
    return packed;
  }
  if (entry.method !== DEFLATED) throw corruptPart(entry, `compression method ${entry.method} is not supported`);
  if (maxBytes <= 0) throw bomb(entry, maxBytes);
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw bomb(entry, maxBytes);
    throw corruptPart(entry, 'it cannot be inflated', error);
  }
}

function bomb(entry: ZipEntry, maxBytes: number): ExtractError {
  return new ExtractError('bomb', `Part ${JSON.stringify(entry.name)} inflates beyond the ${maxBytes} bytes allowed.`);
}

function corruptPart(entry: ZipEntry, detail: string, cause?: unknown): ExtractError {
  return new ExtractError('corrupt', `Part ${JSON.stringify(entry.name)} cannot be read: ${detail}.`, { cause });
}

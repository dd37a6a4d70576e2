import { ExtractError } from '@dsgen/core';

/** One file of an archive as the central directory declares it; only `packedSize` and `headerOffset` are checked against the bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly crc32: number;
  readonly headerOffset: number;
  readonly isEncrypted: boolean;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT_LENGTH = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_LENGTH = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_HEADER_LENGTH = 30;
const ZIP64_EXTRA_FIELD = 0x0001;
const MAX_UINT32 = 0xffff_ffff;
const FLAG_ENCRYPTED = 0x0001;
const MADE_ON_UNIX = 3;
const UNIX_TYPE_MASK = 0o170000;
const UNIX_SYMLINK = 0o120000;

/**
 * Reads the central directory of a ZIP archive. Nothing is inflated.
 *
 * Folders and symbolic links are left out. Two entries that share a name or any of their packed bytes are refused:
 * readers disagree about such archives, and shared bytes are how a small file inflates quadratically.
 *
 * @param bytes - the whole archive
 * @param maxEntries - most entries, folders included
 * @throws ExtractError `corrupt` for a broken or ambiguous directory, `bomb` for too many entries or shared bytes
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = locateDirectory(buffer);
  if (directory.count > maxEntries) {
    throw new ExtractError('bomb', `The archive declares ${directory.count} entries; at most ${maxEntries} are read.`);
  }
  const entries: ZipEntry[] = [];
  let position = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    const { entry, next, isRegularFile } = readEntry(buffer, position, directory.prefixLength);
    if (isRegularFile) entries.push(entry);
    position = next;
  }
  refuseSharedNames(entries);
  refuseSharedBytes(entries, directory.offset);
  return entries;
}

interface DirectoryLocation {
  readonly offset: number;
  readonly count: number;
  /** Bytes before the archive proper, such as a self-extractor: every declared offset is off by this much. */
  readonly prefixLength: number;
}

function locateDirectory(buffer: Buffer): DirectoryLocation {
  const end = findEndRecord(buffer);
  let count = buffer.readUInt16LE(end + 10);
  let size = buffer.readUInt32LE(end + 12);
  let offset = buffer.readUInt32LE(end + 16);
  let directoryEnd = end;
  if (count === 0xffff || size === MAX_UINT32 || offset === MAX_UINT32) {
    const zip64End = findZip64EndRecord(buffer, end);
    if (zip64End !== undefined) {
      count = readUInt64(buffer, zip64End + 32);
      size = readUInt64(buffer, zip64End + 40);
      offset = readUInt64(buffer, zip64End + 48);
      directoryEnd = zip64End;
    }
  }
  const actualOffset = directoryEnd - size;
  if (actualOffset < offset) {
    throw corrupt(`the central directory is declared at byte ${offset}, beyond its own end`);
  }
  return { offset: actualOffset, count, prefixLength: actualOffset - offset };
}

function findEndRecord(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - END_LENGTH - MAX_COMMENT_LENGTH);
  for (let position = buffer.length - END_LENGTH; position >= lowest; position -= 1) {
    if (buffer.readUInt32LE(position) === END_SIGNATURE) return position;
  }
  throw corrupt('its end record is missing, so the file is cut short or no archive');
}

function findZip64EndRecord(buffer: Buffer, end: number): number | undefined {
  const locator = end - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || buffer.readUInt32LE(locator) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  const position = readUInt64(buffer, locator + 8);
  if (position + ZIP64_END_LENGTH > locator || buffer.readUInt32LE(position) !== ZIP64_END_SIGNATURE) {
    throw corrupt('its ZIP64 end record is missing');
  }
  return position;
}

function readEntry(
  buffer: Buffer,
  position: number,
  prefixLength: number,
): { readonly entry: ZipEntry; readonly next: number; readonly isRegularFile: boolean } {
  if (position + ENTRY_LENGTH > buffer.length || buffer.readUInt32LE(position) !== ENTRY_SIGNATURE) {
    throw corrupt(`the central directory breaks off at byte ${position}`);
  }
  const nameEnd = position + ENTRY_LENGTH + buffer.readUInt16LE(position + 28);
  const extraEnd = nameEnd + buffer.readUInt16LE(position + 30);
  const next = extraEnd + buffer.readUInt16LE(position + 32);
  if (next > buffer.length) throw corrupt(`the central directory breaks off at byte ${position}`);
  // Names are UTF-8 in practice; a legacy code page only garbles names that no office format uses.
  const name = buffer.toString('utf8', position + ENTRY_LENGTH, nameEnd).replaceAll('\\', '/');
  const sizes = readSizes(buffer, position, { start: nameEnd, end: extraEnd });
  const headerOffset = sizes.headerOffset + prefixLength;
  if (headerOffset + LOCAL_HEADER_LENGTH + sizes.packedSize > buffer.length) {
    throw corrupt(`entry ${JSON.stringify(name)} lies beyond the end of the file`);
  }
  const entry = {
    name,
    method: buffer.readUInt16LE(position + 10),
    packedSize: sizes.packedSize,
    crc32: buffer.readUInt32LE(position + 16),
    headerOffset,
    isEncrypted: (buffer.readUInt16LE(position + 8) & FLAG_ENCRYPTED) !== 0,
  };
  return { entry, next, isRegularFile: !name.endsWith('/') && !isSymbolicLink(buffer, position) };
}

function isSymbolicLink(buffer: Buffer, position: number): boolean {
  const madeOn = buffer.readUInt8(position + 5);
  const unixMode = buffer.readUInt32LE(position + 38) >>> 16;
  return madeOn === MADE_ON_UNIX && (unixMode & UNIX_TYPE_MASK) === UNIX_SYMLINK;
}

/** Sizes of 4 GiB and more stand in the ZIP64 extra field, in fixed order, each only where the 32-bit field is full. */
function readSizes(
  buffer: Buffer,
  position: number,
  extra: { readonly start: number; readonly end: number },
): { readonly packedSize: number; readonly headerOffset: number } {
  let packedSize = buffer.readUInt32LE(position + 20);
  const inflatedSize = buffer.readUInt32LE(position + 24);
  let headerOffset = buffer.readUInt32LE(position + 42);
  if (packedSize !== MAX_UINT32 && headerOffset !== MAX_UINT32) return { packedSize, headerOffset };
  for (let field = extra.start; field + 4 <= extra.end; field += 4 + buffer.readUInt16LE(field + 2)) {
    if (buffer.readUInt16LE(field) !== ZIP64_EXTRA_FIELD) continue;
    let value = field + 4 + (inflatedSize === MAX_UINT32 ? 8 : 0);
    if (packedSize === MAX_UINT32 && value + 8 <= extra.end) {
      packedSize = readUInt64(buffer, value);
      value += 8;
    }
    if (headerOffset === MAX_UINT32 && value + 8 <= extra.end) headerOffset = readUInt64(buffer, value);
    break;
  }
  return { packedSize, headerOffset };
}

function refuseSharedNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(name)) throw corrupt(`entry ${JSON.stringify(name)} appears twice`);
    seen.add(name);
  }
}

function refuseSharedBytes(entries: readonly ZipEntry[], directoryOffset: number): void {
  let previousEnd = 0;
  for (const entry of entries.toSorted((left, right) => left.headerOffset - right.headerOffset)) {
    const end = entry.headerOffset + LOCAL_HEADER_LENGTH + entry.packedSize;
    if (entry.headerOffset < previousEnd || end > directoryOffset) {
      throw new ExtractError('bomb', `Entry ${JSON.stringify(entry.name)} shares its bytes with another entry.`);
    }
    previousEnd = end;
  }
}

function readUInt64(buffer: Buffer, position: number): number {
  if (position + 8 > buffer.length) throw corrupt('a ZIP64 field lies beyond the end of the file');
  return Number(buffer.readBigUInt64LE(position));
}

function corrupt(detail: string): ExtractError {
  return new ExtractError('corrupt', `The archive cannot be read: ${detail}.`);
}

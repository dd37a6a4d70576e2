import { ExtractError } from '@dsgen/core';

/** What an OLE compound file holds: an encrypted OOXML package, or anything else (old binary Office, mail, installers). */
export type OleContent = 'encrypted-package' | 'other';

const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const DIRECTORY_ENTRY_LENGTH = 128;
const NAME_LENGTH_OFFSET = 64;
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Tells what an OLE compound file holds; `undefined` when the bytes are no such file. Directory entries are 128 bytes
 * on 128-byte boundaries, so the stream's name is looked for only there and cannot be faked by text that mentions it.
 */
export function identifyOleContainer(bytes: Uint8Array): OleContent | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE)) return undefined;
  let position = buffer.indexOf(ENCRYPTED_PACKAGE);
  while (position !== -1) {
    if (isDirectoryEntry(buffer, position)) return 'encrypted-package';
    position = buffer.indexOf(ENCRYPTED_PACKAGE, position + 2);
  }
  return 'other';
}

/** @throws ExtractError `encrypted` or `unsupported-type` when the bytes are an OLE compound file */
export function refuseOleContainer(bytes: Uint8Array): void {
  const content = identifyOleContainer(bytes);
  if (content === undefined) return;
  if (content === 'encrypted-package') {
    throw new ExtractError('encrypted', 'The document is protected by a password.');
  }
  throw new ExtractError('unsupported-type', 'The file is in a binary Office format of before 2007; save it anew.');
}

/** The stored length counts the closing zero. */
function isDirectoryEntry(buffer: Buffer, position: number): boolean {
  const lengthPosition = position + NAME_LENGTH_OFFSET;
  return (
    position % DIRECTORY_ENTRY_LENGTH === 0 &&
    lengthPosition + 2 <= buffer.length &&
    buffer.readUInt16LE(lengthPosition) === ENCRYPTED_PACKAGE.length + 2
  );
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const MAX_NAMES = 4096;

/**
 * Names of a ZIP's entries as far as its first and last bytes show them: from the central directory where `tail` holds
 * it, else from the local headers in `head`. Nothing is inflated and no offset is trusted beyond the bytes at hand.
 *
 * @param head First bytes of the file.
 * @param tail Last bytes of the file, when at hand.
 */
export function zipEntryNames(head: Uint8Array, tail?: Uint8Array): readonly string[] {
  const central = tail === undefined ? [] : namesAfterSignature(tail, CENTRAL_HEADER);
  return central.length > 0 ? central : namesAfterSignature(head, LOCAL_HEADER);
}

/** The `mimetype` entry that ODF and EPUB store first and uncompressed, or undefined. */
export function zipMimetype(head: Uint8Array): string | undefined {
  const view = viewOf(head);
  if (head.length < 30 || view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const nameLength = view.getUint16(26, true);
  const size = view.getUint32(18, true);
  const start = 30 + nameLength + view.getUint16(28, true);
  const isStored = view.getUint16(8, true) === 0;
  if (!isStored || decodeName(head, 30, nameLength) !== 'mimetype' || size > 256) return undefined;
  return decodeName(head, start, size).trim();
}

function namesAfterSignature(bytes: Uint8Array, signature: number): string[] {
  const view = viewOf(bytes);
  const headerLength = signature === CENTRAL_HEADER ? 46 : 30;
  const lengthOffset = signature === CENTRAL_HEADER ? 28 : 26;
  const names: string[] = [];
  let position = 0;
  while (names.length < MAX_NAMES) {
    position = bytes.indexOf(0x50, position);
    if (position === -1 || position + headerLength > bytes.length) break;
    if (view.getUint32(position, true) === signature) {
      names.push(decodeName(bytes, position + headerLength, view.getUint16(position + lengthOffset, true)));
      position += headerLength;
    } else {
      position += 1;
    }
  }
  return names;
}

function decodeName(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.subarray(start, start + Math.min(length, 512))).toString('latin1');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

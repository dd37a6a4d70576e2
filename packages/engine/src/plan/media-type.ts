import { mediaTypeOfName } from './file-extensions.ts';
import { looksLikeText, sniffTextFormat } from './text-format.ts';
import { zipEntryNames, zipMimetype } from './zip-entry-names.ts';

/** How many bytes of a file's start and end tell its type well; fewer work, with more trust in the name. */
export const SNIFF_BYTES = 65_536;

export interface SniffInput {
  /** Path relative to the corpus root. */
  readonly path: string;
  /** The first bytes, {@link SNIFF_BYTES} or the whole file. */
  readonly head: Uint8Array;
  /** The last bytes; tells ZIP containers apart where their first entries do not. */
  readonly tail?: Uint8Array;
  /** Entry names of a ZIP container, where the caller has read its directory. */
  readonly zipEntries?: readonly string[];
}

const OPENXML = 'application/vnd.openxmlformats-officedocument';

/** The folder that holds an Office document's main part. */
const OFFICE_FOLDERS = [
  ['word/', `${OPENXML}.wordprocessingml.document`],
  ['ppt/', `${OPENXML}.presentationml.presentation`],
  ['xl/', `${OPENXML}.spreadsheetml.sheet`],
] as const;

/** Signatures at the start of a file, most frequent first. `?` in a signature stands for any byte. */
const SIGNATURES: ReadonlyArray<readonly [signature: string, mediaType: string]> = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['RIFF????WEBP', 'image/webp'],
  ['BM????\0\0\0\0', 'image/bmp'],
  ['{\\rtf', 'application/rtf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  ['\x1f\x8b', 'application/gzip'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  ['BZh', 'application/x-bzip2'],
  ['\xfd7zXZ\0', 'application/x-xz'],
  ['\x28\xb5\x2f\xfd', 'application/zstd'],
  ['%!PS', 'application/postscript'],
  ['\x7fELF', 'application/x-executable'],
  ['MZ', 'application/x-executable'],
  ['\0asm', 'application/wasm'],
  ['SQLite format 3\0', 'application/vnd.sqlite3'],
  ['PAR1', 'application/vnd.apache.parquet'],
  ['????ftyp', 'video/mp4'],
  ['OggS', 'audio/ogg'],
  ['ID3', 'audio/mpeg'],
  ['RIFF????WAVE', 'audio/wav'],
];

/** ODF templates and flat variants are read like the document they make. */
const ODF_KINDS = ['text', 'presentation', 'spreadsheet'] as const;

/**
 * The media type of a document: from its content where the content tells, from its name where the content is plain
 * text of one kind or another. A wrong extension therefore never misleads; `application/octet-stream` is what nothing here reads.
 *
 * @example
 * sniffMediaType({ path: 'report.txt', head: new TextEncoder().encode('%PDF-1.7\n') }); // 'application/pdf'
 */
export function sniffMediaType(input: SniffInput): string {
  const { head } = input;
  if (pdfStart(head) !== -1) return 'application/pdf';
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return sniffZip(input);
  const signature = SIGNATURES.find(([pattern]) => startsWith(head, pattern));
  if (signature !== undefined && !isTextByChance(signature[0], head)) return signature[1];
  if (!looksLikeText(head)) return 'application/octet-stream';
  return sniffTextFormat(input.path, head);
}

/**
 * Where the PDF begins, or -1 when the bytes are no PDF. Readers accept up to 1,024 bytes of other data before the
 * marker; some printers and mail systems put it there.
 */
export function pdfStart(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024 + 5)).indexOf(
    '%PDF-',
    0,
    'latin1',
  );
}

/** Two- and three-letter signatures also begin ordinary text: then the bytes after them decide. */
function isTextByChance(signature: string, head: Uint8Array): boolean {
  return signature.length <= 4 && /^[\x20-\x7e]+$/.test(signature) && looksLikeText(head);
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let index = 0; index < signature.length; index += 1) {
    if (signature[index] !== '?' && bytes[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

function sniffZip({ path, head, tail, zipEntries }: SniffInput): string {
  const declared = zipMimetype(head);
  if (declared !== undefined) {
    const kind = ODF_KINDS.find((name) => declared.startsWith(`application/vnd.oasis.opendocument.${name}`));
    return kind === undefined ? declared : `application/vnd.oasis.opendocument.${kind}`;
  }
  const byEntries = mediaTypeOfEntries(zipEntries ?? zipEntryNames(head, tail));
  if (byEntries !== undefined) return byEntries;
  const byName = mediaTypeOfName(path);
  return byName !== undefined && isZipBased(byName) ? byName : 'application/zip';
}

function mediaTypeOfEntries(names: readonly string[]): string | undefined {
  const normalised = names.map((name) => name.replaceAll('\\', '/').toLowerCase());
  const folder = OFFICE_FOLDERS.find(([prefix]) => normalised.some((name) => name.startsWith(prefix)));
  if (folder !== undefined) return folder[1];
  return normalised.includes('meta-inf/container.xml') ? 'application/epub+zip' : undefined;
}

function isZipBased(mediaType: string): boolean {
  return (
    mediaType.startsWith(OPENXML) ||
    mediaType.startsWith('application/vnd.oasis.opendocument.') ||
    mediaType === 'application/epub+zip'
  );
}

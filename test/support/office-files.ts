import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/* The smallest office files that real programs open, so that only the fault on purpose is wrong with them. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { level: 9 });
}

function relationship(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

export interface DocxOptions {
  /** Comes before the root element: the place of a document type. */
  readonly prolog?: string;
  readonly otherParts?: Parts;
}

/** A Word document with this in its body. */
export function docx(body: string, { prolog = '', otherParts = {} }: DocxOptions = {}): Uint8Array {
  return zip({
    '_rels/.rels': relationship('officeDocument', 'word/document.xml'),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...otherParts,
  });
}

export function docxParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A workbook of one sheet with these rows. */
export function xlsx(rows: string): Uint8Array {
  return zip({
    '_rels/.rels': relationship('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationship('worksheet', 'sheet1.xml'),
    'xl/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`,
  });
}

/** A book of one chapter. */
export function epub(chapter: string): Uint8Array {
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.xhtml': chapter,
  });
}

interface StoredEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * A Word document whose directory names one packed part many times, each time under another name: David Fifield's
 * overlap, which makes a bomb that no single ratio shows.
 */
export function overlappingDocx(copies: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(900_000, 'a'));
  const local = localHeader('word/document.xml', packed.length, 900_000);
  const part = { method: 8, crc: 0, packedSize: packed.length, size: 900_000, offset: 0 };
  const names = Array.from({ length: copies }, (_, index) =>
    index === 0 ? 'word/document.xml' : `word/p${index}.xml`,
  );
  const directory = Buffer.concat(names.map((name) => directoryEntry({ ...part, name })));
  const start = local.length + packed.length;
  return Buffer.concat([local, packed, directory, endRecord(copies, directory.length, start)]);
}

/** A Word document whose directory says that its main part is short, while it unpacks to much more. */
export function understatedDocx(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(20_000_000, 'a'));
  const local = localHeader('word/document.xml', packed.length, 100);
  const entry = { name: 'word/document.xml', method: 8, crc: 0, packedSize: packed.length, size: 100, offset: 0 };
  const directory = directoryEntry(entry);
  return Buffer.concat([local, packed, directory, endRecord(1, directory.length, local.length + packed.length)]);
}

function localHeader(name: string, packedSize: number, size: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function directoryEntry({ name, method, crc, packedSize, size, offset }: StoredEntry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packedSize, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}

function endRecord(entries: number, directoryLength: number, directoryStart: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directoryLength, 12);
  record.writeUInt32LE(directoryStart, 16);
  return record;
}

const SECTOR = 512;
const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;

/** What Office writes for a document with a password: an OLE2 container with the streams EncryptionInfo and EncryptedPackage. */
export function encryptedDocx(cipher = 'Z'): Uint8Array {
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(END_OF_CHAIN, 4);
  const names: ReadonlyArray<readonly [name: string, type: number]> = [
    ['Root Entry', 5],
    ['EncryptionInfo', 2],
    ['EncryptedPackage', 2],
  ];
  const directory = Buffer.concat([...names.map(([name, type]) => oleEntry(name, type)), Buffer.alloc(128)]);
  return Buffer.concat([header, table, directory, Buffer.alloc(4 * SECTOR, cipher)]);
}

function oleEntry(name: string, type: number): Buffer {
  const entry = Buffer.alloc(128);
  const text = Buffer.from(name, 'utf16le');
  text.copy(entry);
  entry.writeUInt16LE(text.length + 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  for (const link of [68, 72, 76]) entry.writeUInt32LE(FREE, link);
  entry.writeUInt32LE(END_OF_CHAIN, 116);
  return entry;
}

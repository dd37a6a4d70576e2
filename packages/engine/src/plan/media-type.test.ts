import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfStart, sniffMediaType } from './media-type.ts';

const OPENXML = 'application/vnd.openxmlformats-officedocument';

function sniff(path: string, content: string | Uint8Array): string {
  return sniffMediaType({ path, head: typeof content === 'string' ? Buffer.from(content) : content });
}

/** Local headers as ZIP writers make them; the entries' data does not matter here. */
function zip(...entries: ReadonlyArray<readonly [name: string, data: string]>): Buffer {
  return Buffer.concat(
    entries.map(([name, data]) => {
      const isStored = name === 'mimetype';
      const packed = isStored ? Buffer.from(data) : deflateRawSync(data);
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(isStored ? 0 : 8, 8);
      header.writeUInt32LE(packed.length, 18);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), packed]);
    }),
  );
}

describe('sniffMediaType', () => {
  it.each<[mediaType: string, path: string, content: string | Uint8Array]>([
    ['application/pdf', 'report.txt', '%PDF-1.7\n%âã'],
    ['application/pdf', 'job.prn', `\x1b%-12345X@PJL\r\n${' '.repeat(500)}%PDF-1.4\n`],
    [
      `${OPENXML}.wordprocessingml.document`,
      'letter.doc',
      zip(['[Content_Types].xml', '<x/>'], ['word/document.xml', '<x/>']),
    ],
    [
      `${OPENXML}.spreadsheetml.sheet`,
      'no-extension',
      zip(['[Content_Types].xml', '<x/>'], ['xl/workbook.xml', '<x/>']),
    ],
    [`${OPENXML}.presentationml.presentation`, 'talk.zip', zip(['ppt/presentation.xml', '<x/>'])],
    [
      'application/vnd.oasis.opendocument.text',
      'a.bin',
      zip(['mimetype', 'application/vnd.oasis.opendocument.text-template']),
    ],
    ['application/epub+zip', 'book', zip(['mimetype', 'application/epub+zip'])],
    ['application/epub+zip', 'book', zip(['META-INF/container.xml', '<x/>'])],
    ['application/zip', 'archive.zip', zip(['readme.txt', 'hello'])],
    ['application/rtf', 'letter.doc', '{\\rtf1\\ansi Hello}'],
    ['image/png', 'photo.jpg', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')],
    ['image/webp', 'photo', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
    ['application/octet-stream', 'data.txt', Buffer.from([1, 2, 0, 3, 4, 5, 6, 7, 8, 0])],
    ['text/html', 'page.txt', '<!DOCTYPE html><html><body>Hi'],
    ['text/html', 'page', '\n <div class="a">Hi</div>'],
    ['text/html', 'page.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['application/xml', 'feed.xml', '<?xml version="1.0"?><rss></rss>'],
    ['text/markdown', 'readme.md', '<p align="center">Logo</p>\n\n# Title'],
    ['text/x-typescript', 'app.ts', 'export const a = 1;'],
    ['text/x-makefile', 'Makefile', 'all:\n\techo hi'],
    ['text/csv', 'table.csv', 'a,b\n1,2\n'],
    ['application/json', 'data', '{\n  "a": [1, 2]\n}'],
    ['application/json', 'data', '[{"a": 1}]'],
    ['application/x-ndjson', 'data', '{"a": 1}\n{"a": 2}\n'],
    ['application/x-ndjson', 'data.json', '{"a": 1}\n{"a": 2}\n'],
    ['message/rfc822', 'mail', 'From: a@example.org\nTo: b@example.org\nSubject: Hi\n\nText'],
    ['text/plain', 'notes', 'From the desk of the editor: nothing.\nTo be continued.'],
    ['text/plain', 'cut-off.log', `${'a line of words\n'.repeat(20)}\0\0`],
    ['text/plain', 'LICENSE', 'Apache License'],
    ['text/plain', 'utf16.txt', Buffer.from('\ufeffHello', 'utf16le')],
    ['text/plain', 'utf16', Buffer.from('Hello world', 'utf16le')],
    ['text/plain', 'latin.txt', Buffer.from('Grüße aus Köln', 'latin1')],
    ['text/plain', 'figures', 'BM and MZ are two letters that begin ordinary text'],
  ])('finds %s in %s', (mediaType, path, content) => {
    expect(sniff(path, content)).toBe(mediaType);
  });

  it('reads entry names from the central directory at the end when the start does not tell', () => {
    const head = zip(['[Content_Types].xml', '<x/>']);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE('word/document.xml'.length, 28);
    const tail = Buffer.concat([entry, Buffer.from('word/document.xml')]);
    expect(sniffMediaType({ path: 'a', head, tail })).toBe(`${OPENXML}.wordprocessingml.document`);
    expect(sniffMediaType({ path: 'a', head, zipEntries: ['xl/workbook.xml'] })).toBe(`${OPENXML}.spreadsheetml.sheet`);
  });
});

describe('pdfStart', () => {
  it('looks for the marker in the first 1,024 bytes only', () => {
    expect(pdfStart(Buffer.from(`${' '.repeat(1024)}%PDF-1.4`))).toBe(1024);
    expect(pdfStart(Buffer.from(`${' '.repeat(1025)}%PDF-1.4`))).toBe(-1);
  });
});

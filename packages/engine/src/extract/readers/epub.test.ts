import { describe, expect, it } from 'vitest';
import { epubReader } from './epub.ts';
import { buildEpub, outline, readWith } from './office/fixtures/office-files.ts';

function page(body: string): string {
  return `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;
}

function encryption(algorithm: string, uri: string): Record<string, string> {
  return {
    'META-INF/encryption.xml': `<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod Algorithm="${algorithm}"/><e:CipherData><e:CipherReference URI="${uri}"/></e:CipherData></e:EncryptedData></encryption>`,
  };
}

describe('epubReader', () => {
  it('reads the spine in order, without the table of contents, and names chapters by it where they have no heading', async () => {
    const toc = page('<nav><a href="two.xhtml">Second chapter</a></nav>');
    const document = await readWith(
      epubReader,
      buildEpub([
        { name: 'toc.xhtml', html: toc, itemAttributes: 'properties="nav"' },
        { name: 'one.xhtml', html: page('<h1>First</h1><p>It began.</p>') },
        { name: 'two.xhtml', html: page('<p>It&nbsp;ended.</p>') },
      ]),
    );
    expect(outline(document.blocks).map((line) => line.replace('\u00a0', ' '))).toEqual([
      'h1 First',
      'It began.',
      'h1 Second chapter',
      'It ended.',
    ]);
    expect(document).toMatchObject({ title: 'The Book', declaredLanguage: 'en' });
  });

  it('says which documents are missing', async () => {
    const book = buildEpub([{ name: 'one.xhtml', html: page('<p>Text.</p>') }], {
      'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
        <item id="b" href="../gone.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    });
    expect((await readWith(epubReader, book)).warnings).toEqual(['The book lists "gone.xhtml" but does not hold it.']);
  });

  it('refuses protected books and tolerates scrambled fonts', async () => {
    const documents = [{ name: 'one.xhtml', html: page('<p>Text.</p>') }];
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    const locked = buildEpub(documents, encryption(aes, 'OPS/one.xhtml'));
    const scrambled = buildEpub(documents, encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf'));
    await expect(readWith(epubReader, locked)).rejects.toMatchObject({ reason: 'encrypted' });
    expect(outline((await readWith(epubReader, scrambled)).blocks)).toEqual(['Text.']);
  });

  it('refuses a bomb in a chapter and a container without a book', async () => {
    const bomb = buildEpub([{ name: 'one.xhtml', html: page('<p>aaaa</p>'.repeat(400_000)) }]);
    await expect(readWith(epubReader, bomb)).rejects.toMatchObject({ reason: 'bomb' });
    await expect(readWith(epubReader, buildEpub([], { 'OPS/book.opf': '<package' }))).rejects.toMatchObject({
      reason: 'corrupt',
    });
  });
});

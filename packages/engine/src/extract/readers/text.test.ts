import { describe, expect, it } from 'vitest';
import { outline, readDocument } from '../fixtures/read-document.ts';

async function outlineOf(text: string | Uint8Array): Promise<readonly string[]> {
  return outline(await readDocument(text, 'text/plain'));
}

const german = 'Die Bücherei öffnet um neun Uhr, schließt um fünf, und für Gäste gibt es Führungen über das Gelände.';

describe('textReader', () => {
  it('unwraps paragraphs and finds headings by their shape', async () => {
    expect(
      await outlineOf(`GUIDE TO THE DOME

1. Introduction

The observatory stands on a hill above the town. It was built in 1911 and has
been open to visitors since the restoration of the main dome.

Safety
------

Never look at the sun without a filter. The damage is im-
mediate.
`),
    ).toEqual([
      'heading 1: GUIDE TO THE DOME',
      'heading 2: 1. Introduction',
      'paragraph: The observatory stands on a hill above the town. It was built in 1911 and has been open to visitors since the restoration of the main dome.',
      'heading 3: Safety',
      'paragraph: Never look at the sun without a filter. The damage is immediate.',
    ]);
  });

  it('reads lists, with blank lines between the items or not', async () => {
    expect(
      await outlineOf('Bring:\n- a coat\n- a lamp with\n  batteries\n\n1. Ring.\n2. Wait.\n\n3. Sign the book.'),
    ).toEqual([
      'paragraph: Bring:',
      'list: - a coat\n- a lamp with batteries',
      'list: 1. Ring.\n2. Wait.\n3. Sign the book.',
    ]);
  });

  it('keeps short lines as lines and long lines as paragraphs', async () => {
    expect(await outlineOf('Dome Lane 4\nHilltown\n12345')).toEqual(['paragraph: Dome Lane 4\nHilltown\n12345']);
    const long = 'A sentence that goes on. '.repeat(12).trim();
    expect(await outlineOf(`${long}\n${long}`)).toEqual([`paragraph: ${long}`, `paragraph: ${long}`]);
  });

  it('keeps indented code as code', async () => {
    expect(await outlineOf('Run this:\n\n    $ dome --open;\n    $ exit\n\nDone with that.')).toEqual([
      'paragraph: Run this:',
      'code: ```\n$ dome --open;\n$ exit\n```',
      'paragraph: Done with that.',
    ]);
  });

  it('finds running headers and page numbers when form feeds make pages', async () => {
    const pages = ['first', 'second', 'third'].map(
      (name, index) => `Dome Guide\n\nText of the ${name} page, which is its own.\n\n- ${index + 1} -\n`,
    );
    const blocks = await outlineOf(pages.join('\f'));
    expect(blocks.filter((block) => block.startsWith('paragraph:'))).toHaveLength(3);
    expect(blocks).toContain('paragraph page-header: Dome Guide');
    expect(blocks.some((block) => block.includes('page-footer'))).toBe(true);
  });

  it.each([
    ['UTF-8', Buffer.from(german)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${german}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${german}`, 'utf16le')],
    ['UTF-16LE without a mark', Buffer.from(german, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${german}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(german, 'latin1')],
  ])('decodes %s', async (_name, bytes) => {
    expect(await outlineOf(bytes)).toEqual([`paragraph: ${german}`]);
  });

  it('decodes Japanese and Russian of old encodings', async () => {
    const { default: iconv } = await import('iconv-lite');
    const japanese = '図書館は午前九時に開館し、午後五時に閉館します。入館は無料です。';
    const russian = 'Библиотека открывается в девять часов утра и закрывается в пять часов вечера.';
    expect(await outlineOf(iconv.encode(japanese, 'shift_jis'))).toEqual([`paragraph: ${japanese}`]);
    expect(await outlineOf(iconv.encode(russian, 'koi8-r'))).toEqual([`paragraph: ${russian}`]);
  });

  it('repairs a text with a few broken UTF-8 sequences and says so', async () => {
    const bytes = Buffer.concat([Buffer.from(german.repeat(20)), Buffer.from([0xc3])]);
    const document = await readDocument(bytes, 'text/plain');
    expect(document.warnings).toEqual(['1 invalid UTF-8 sequences were replaced']);
  });

  it('refuses binary data', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256);
    await expect(readDocument(bytes, 'text/plain')).rejects.toMatchObject({ reason: 'unsupported-type' });
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['spaces', `${' '.repeat(1_000_000)}x`],
    ['dots', '. '.repeat(500_000)],
    ['hyphens at line ends', 'ab-\n'.repeat(250_000)],
    ['empty lines', `${'\n'.repeat(1_000_000)}x`],
  ])('survives a megabyte of %s', async (_name, text) => {
    const document = await readDocument(text, 'text/plain');
    expect(document.text.length).toBeGreaterThan(0);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, readWith } from './office/fixtures/office-files.ts';
import { rtfReader } from './rtf.ts';

async function read(content: string): Promise<string[]> {
  return outline((await readWith(rtfReader, Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${content}}`, 'latin1'))).blocks);
}

function row(flags: string, first: string, second: string): string {
  return `\\trowd${flags}\\cellx100\\cellx200\\pard\\intbl ${first}\\cell ${second}\\cell\\row`;
}

describe('rtfReader', () => {
  it('reads characters of code pages, Unicode with fallbacks, and named ones', async () => {
    expect(await read("\\'fcber \\u8211 - \\uc2\\u20013 xx \\ldblquote q\\rdblquote\\~x\\-y\\_z\\par")).toEqual([
      'über – 中 “q”\u00a0xy-z',
    ]);
    expect(
      await read(
        "{\\fonttbl{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}}\\f1 \\'cf\\'f0\\par\\f2 \\'83\\'5c\\par",
      ),
    ).toEqual(['Пр', 'ソ']);
    expect(await read('\\u-10179 ?\\u-8704 ?\\par')).toEqual(['😀']);
  });

  it('finds headings by style name and by outline level', async () => {
    const sheet = '{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2 Title;}}';
    expect(
      await read(`${sheet}\\pard\\s2 Top\\par\\pard\\s1 One\\par\\pard\\outlinelevel1 Two\\par\\pard Text\\par`),
    ).toEqual(['h1 Top', 'h1 One', 'h2 Two', 'Text']);
  });

  it('reads lists by the markers written out for older readers', async () => {
    expect(
      await read(
        "\\pard{\\pntext 1.\\tab}\\ls1 one\\par{\\listtext\\tab a)\\tab}\\ls1\\ilvl1 inner\\par\\pard{\\listtext\\'b7\\tab}\\ls2\\ilvl0 dot\\par",
      ),
    ).toEqual(['1. one', '  1. inner', '- dot']);
  });

  it('reads tables, with header rows and vertical merges', async () => {
    expect(
      await read(`${row('\\trhdr', 'A', 'B')}${row('\\clvmgf', 'x', '1')}${row('\\clvmrg', '', '2')}\\pard End\\par`),
    ).toEqual(['th A | B', 'td x | 1', 'td x | 2', 'End']);
  });

  it('drops pictures, field codes, hidden and deleted text, and marks headers and notes', async () => {
    expect(
      await read(
        '{\\header Head\\par}{\\pict 0102ff}{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link}}{\\v secret}{\\deleted old} text{\\footnote A note.}{\\*\\unknown data}\\par',
      ),
    ).toEqual(['[page-header] Head', 'link text', '[references] A note.']);
  });

  it('steps over binary data whatever it looks like', async () => {
    expect(await read('{\\pict\\bin6 }}}{{{}before\\bin3 }}} after\\par')).toEqual(['before after']);
  });

  it('takes the title and ignores what follows the document', async () => {
    const bytes = Buffer.from('{\\rtf1{\\info{\\title My title}{\\author A}}Text\\par}garbage');
    const document = await readWith(rtfReader, bytes);
    expect(document.title).toBe('My title');
    expect(outline(document.blocks)).toEqual(['Text']);
  });

  it('refuses what is no RTF and what nests too deep', async () => {
    await expect(readWith(rtfReader, Buffer.from('hello'))).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(readWith(rtfReader, Buffer.from(`{\\rtf1${'{'.repeat(100_000)}`))).rejects.toMatchObject({
      reason: 'bomb',
    });
  });

  it('stops at the text limit where one wide row would widen a thousand others', async () => {
    const wide = `\\trowd ${'x\\cell '.repeat(5000)}\\row`;
    const bytes = Buffer.from(`{\\rtf1 ${wide}${'\\trowd x\\cell\\row'.repeat(1000)}}`);
    await expect(readWith(rtfReader, bytes, { maxTextLength: 1_000_000 })).rejects.toMatchObject({
      reason: 'output-too-large',
    });
  });

  it('survives any sequence of tokens', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\cell ',
      '\\row ',
      '\\trowd',
      "\\'e4",
      '\\u8364 ?',
      '\\bin9999 ',
      '\\pard',
      '\\intbl ',
      '{\\*\\x ',
      '{\\footnote ',
      '{\\stylesheet{',
      '\\s1 ',
      'text ',
      '\\',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const reason = await readWith(rtfReader, Buffer.from(`{\\rtf1 ${pieces.join('')}`)).then(
          () => 'none',
          (error: { reason?: string }) => error.reason,
        );
        expect(['none', 'corrupt', 'bomb']).toContain(reason);
      }),
    );
  });
});

import { describe } from 'vitest';
import { describeHostileCorpus, type HostileFile } from '../support/hostile-corpus.ts';
import {
  docx,
  docxParagraph,
  encryptedDocx,
  epub,
  overlappingDocx,
  understatedDocx,
  xlsx,
  zip,
} from '../support/office-files.ts';
import * as pdfs from '../support/pdf-files.ts';

const MEGABYTE = 1_000_000;
const LAUGHS = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
  '',
);
const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>`;
const EXTERNAL_ENTITY = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';

function corpusOf(files: Readonly<Record<string, HostileFile>>): ReadonlyMap<string, HostileFile> {
  return new Map(Object.entries(files));
}

describe('archives that unpack to too much', () => {
  describeHostileCorpus(
    corpusOf({
      'bomb.docx': { content: docx(docxParagraph('a'.repeat(20 * MEGABYTE))), becomes: 'bomb' },
      'bomb.xlsx': {
        content: xlsx(`<row><c t="inlineStr"><is><t>${'a'.repeat(20 * MEGABYTE)}</t></is></c></row>`),
        becomes: 'bomb',
      },
      'bomb.epub': { content: epub(`<html><body><p>${'a'.repeat(20 * MEGABYTE)}</p></body></html>`), becomes: 'bomb' },
      'entries.docx': {
        content: docx(docxParagraph('x'), {
          otherParts: Object.fromEntries(Array.from({ length: 12_000 }, (_, index) => [`word/p${index}.xml`, ''])),
        }),
        becomes: 'bomb',
      },
      'overlap.docx': { content: overlappingDocx(500), becomes: 'bomb' },
      'understated.docx': { content: understatedDocx(), becomes: 'bomb' },
    }),
  );
});

describe('XML entities and deep nesting', () => {
  describeHostileCorpus(
    corpusOf({
      'laughs.docx': { content: docx(docxParagraph('&l9;'), { prolog: BILLION_LAUGHS }), becomes: 'bomb' },
      'laughs.epub': { content: epub(`${BILLION_LAUGHS}<html><body><p>&l9;</p></body></html>`), becomes: 'done' },
      'laughs.html': { content: `${BILLION_LAUGHS}<html><body><p>&l9; and a word</p></body></html>`, becomes: 'done' },
      'laughs.xml': { content: `<?xml version="1.0"?>${BILLION_LAUGHS}<x>&l9;</x>`, becomes: 'unsupported-type' },
      'external.docx': { content: docx(docxParagraph('&secret;'), { prolog: EXTERNAL_ENTITY }), becomes: 'corrupt' },
      'deep.docx': {
        content: docx(
          `${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}${docxParagraph('deep')}${'</w:tc></w:tr></w:tbl>'.repeat(50_000)}`,
        ),
        becomes: 'bomb',
      },
      'deep.html': { content: `<html><body>${'<div>'.repeat(200_000)}A word at the bottom.`, becomes: 'done' },
      'deep-list.html': { content: `<html><body>${'<ul><li>'.repeat(50_000)}A word at the bottom.`, becomes: 'done' },
      'deep-table.html': { content: `<html><body>${'<table><tr><td>'.repeat(30_000)}A word.`, becomes: 'done' },
      'deep.json': { content: `${'['.repeat(100_000)}"deep"${']'.repeat(100_000)}`, becomes: 'empty' },
      'deep-object.json': { content: `${'{"a":'.repeat(100_000)}"deep"${'}'.repeat(100_000)}`, becomes: 'empty' },
      'deep-quote.md': { content: `${'> '.repeat(5_000)}A word in five thousand quotes.\n`, becomes: 'done' },
      'deep-list.md': {
        content: Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n'),
        becomes: 'done',
      },
      'deep-brackets.md': { content: `${'['.repeat(50_000)}word${']'.repeat(50_000)}(x)\n`, becomes: 'done' },
    }),
  );
});

describe('protected documents and broken containers', () => {
  describeHostileCorpus(
    corpusOf({
      'locked.pdf': { content: pdfs.encryptedPdf(), becomes: 'encrypted' },
      'locked.docx': { content: encryptedDocx(), becomes: 'encrypted' },
      'locked.txt': { content: encryptedDocx('of a text'), becomes: 'encrypted' },
      'cut.docx': { content: docx(docxParagraph('A whole sentence.')).subarray(0, 300), becomes: 'corrupt' },
      'signature.docx': { content: 'PK\u0003\u0004', becomes: 'corrupt' },
      'foreign.docx': { content: zip({ 'readme.txt': 'No Word document in here.' }), becomes: 'corrupt' },
      'noise.pdf': { content: noise(1), becomes: 'corrupt' },
      'noise.docx': { content: noise(2), becomes: 'corrupt' },
      'noise.txt': { content: noise(3), becomes: 'corrupt' },
      'noise.bin': { content: noise(4), becomes: 'unsupported-type' },
    }),
  );
});

describe('PDFs that break parsers', () => {
  describeHostileCorpus(
    corpusOf({
      'whole.pdf': { content: pdfs.onePagePdf(), becomes: 'done' },
      'cyclic-pages.pdf': { content: pdfs.cyclicPagesPdf(), becomes: 'corrupt' },
      'huge-page.pdf': { content: pdfs.onePagePdf({ mediaBox: '[0 0 1e9 1e9]' }), becomes: 'done' },
      'no-page.pdf': { content: pdfs.onePagePdf({ mediaBox: '[0 0 0 0]' }), becomes: 'done' },
      'recursive-form.pdf': { content: pdfs.recursiveFormPdf(), becomes: 'done' },
      'multiplying-forms.pdf': { content: pdfs.multiplyingFormsPdf(), becomes: 'out-of-memory' },
      'no-trailer.pdf': { content: pdfs.truncatedPdf(), becomes: 'corrupt' },
      'wrong-table.pdf': { content: pdfs.misplacedTablePdf(), becomes: 'done' },
      'header-only.pdf': { content: '%PDF-1.7\n', becomes: 'corrupt' },
      'inflating.pdf': { content: pdfs.inflatingPdf(), becomes: 'empty' },
      'nested.pdf': { content: pdfs.deeplyNestedPdf(), becomes: 'done' },
      'countless.pdf': {
        content: pdfs.onePagePdf({ pages: '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>' }),
        becomes: 'done',
      },
    }),
  );
});

/** 50 KB that look random and are the same in every run. */
function noise(seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: 50_000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

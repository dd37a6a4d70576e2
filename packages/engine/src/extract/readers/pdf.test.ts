import { ExtractError } from '@dsgen/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RawBlock, RawDocument } from '../raw-block.ts';
import { DEFAULT_EXTRACT_LIMITS, type ExtractContext, type ExtractLimits } from '../source.ts';
import { pdfReader } from './pdf.ts';
import { column, makePdf, type PdfInput } from './pdf/fixtures/make-pdf.ts';

function contextWith(limits: Partial<ExtractLimits> = {}): ExtractContext {
  return {
    options: { ocr: false, ocrLanguage: 'eng', html: 'page' },
    limits: { ...DEFAULT_EXTRACT_LIMITS, ...limits },
    signal: new AbortController().signal,
  };
}

function readBytes(bytes: Uint8Array, limits?: Partial<ExtractLimits>): Promise<RawDocument> {
  return pdfReader.read({ path: 'a.pdf', documentId: 'x', bytes, mediaType: 'application/pdf' }, contextWith(limits));
}

function read(input: PdfInput): Promise<RawDocument> {
  return readBytes(makePdf(input));
}

async function blocksOf(input: PdfInput): Promise<readonly RawBlock[]> {
  return (await read(input)).blocks;
}

const FIRST = [
  'The pump moves water from the lower tank to the upper',
  'tank and stops when the float switch opens. A fuse',
  'protects the motor.',
];
const SECOND = [
  'The valve closes on its own when the pressure falls',
  'below two bar, so that the tank does not run empty',
  'overnight.',
];

describe('pdfReader', () => {
  it('keeps lines of one paragraph together and paragraphs apart', async () => {
    const page = [...column(FIRST, { x: 72, y: 700 }), ...column(SECOND, { x: 72, y: 640 })];
    expect(await blocksOf({ pages: [page] })).toEqual([
      { kind: 'paragraph', text: FIRST.join('\n'), page: 1 },
      { kind: 'paragraph', text: SECOND.join('\n'), page: 1 },
    ]);
  });

  it('gives headings levels by their size and weight', async () => {
    const page = [
      { text: 'Pump manual', x: 72, y: 760, size: 22, font: 'bold' as const },
      { text: 'Operation', x: 72, y: 730, size: 15, font: 'bold' as const },
      ...column(FIRST, { x: 72, y: 705 }),
      { text: 'Safety', x: 72, y: 640, size: 15, font: 'bold' as const },
      ...column([...SECOND, ...FIRST], { x: 72, y: 615 }),
    ];
    const headings = (await blocksOf({ pages: [page] })).filter(({ kind }) => kind === 'heading');
    expect(headings).toEqual([
      { kind: 'heading', level: 1, text: 'Pump manual', page: 1 },
      { kind: 'heading', level: 2, text: 'Operation', page: 1 },
      { kind: 'heading', level: 2, text: 'Safety', page: 1 },
    ]);
  });

  it('reads the left column before the right one', async () => {
    const left = column([...FIRST, ...SECOND], { x: 50, y: 700, size: 8 });
    const right = column([...SECOND, ...FIRST], { x: 320, y: 700, size: 8 });
    const texts = (await blocksOf({ pages: [[...right, ...left]] })).map((block) =>
      'text' in block ? block.text : '',
    );
    expect(texts.join('\n')).toBe([...FIRST, ...SECOND, ...SECOND, ...FIRST].join('\n'));
  });

  it('makes lists of bullets and numbers, with continuation lines in their items', async () => {
    const page = [
      ...column(FIRST, { x: 72, y: 760 }),
      ...column(
        [
          '1. Close the inlet valve.',
          '2. Switch the pump off and wait until the',
          '   pressure has fallen.',
          '3. Open the drain.',
        ],
        { x: 72, y: 700 },
      ),
      ...column(['\x95 Gloves', '\x95 Goggles'], { x: 72, y: 620 }),
    ];
    const lists = (await blocksOf({ pages: [page] })).filter(({ kind }) => kind === 'list');
    expect(lists).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [
          { text: 'Close the inlet valve.', depth: 0 },
          { text: 'Switch the pump off and wait until the\npressure has fallen.', depth: 0 },
          { text: 'Open the drain.', depth: 0 },
        ],
        page: 1,
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          { text: 'Gloves', depth: 0 },
          { text: 'Goggles', depth: 0 },
        ],
        page: 1,
      },
    ]);
  });

  it('keeps tables as tables', async () => {
    const rows = [
      ['Model', 'Power', 'Weight'],
      ['P-100', '1.2 kW', '14 kg'],
      ['P-200', '2.4 kW', '21 kg'],
      ['P-300', '3.6 kW', '30 kg'],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((text, col) => ({
        text,
        x: 72 + col * 150,
        y: 600 - at * 16,
        ...(at === 0 ? { font: 'bold' as const } : {}),
      })),
    );
    const page = [...column(FIRST, { x: 72, y: 700 }), ...cells, ...column(SECOND, { x: 72, y: 500 })];
    const table = (await blocksOf({ pages: [page] })).find(({ kind }) => kind === 'table');
    expect(table).toEqual({ kind: 'table', headerRows: 1, rows, page: 1 });
  });

  it('marks running headers and page numbers, and never takes them for headings', async () => {
    const pages = [1, 2, 3].map((page) => [
      { text: 'Pump manual, second edition', x: 72, y: 800, size: 14, font: 'bold' as const },
      ...column([...FIRST, ...SECOND], { x: 72, y: 700 }),
      { text: `Page ${page} of 3`, x: 290, y: 30 },
    ]);
    const blocks = await blocksOf({ pages });
    expect(blocks.filter(({ role }) => role === 'page-header')).toHaveLength(3);
    expect(blocks.filter(({ role }) => role === 'page-footer')).toHaveLength(3);
    expect(blocks.filter(({ kind }) => kind === 'heading')).toEqual([]);
  });

  it('joins a paragraph that a page end cuts in two', async () => {
    const start = ['The pump moves water from the lower tank to the upper', 'tank and stops when the float switch'];
    const pages = [
      column([...SECOND, ...start], { x: 72, y: 180 }),
      column(['opens. A fuse protects the motor from', 'running hot.'], { x: 72, y: 700 }),
    ];
    const blocks = await blocksOf({ pages });
    const joined = blocks.find((block) => 'text' in block && block.text.includes('switch\nopens'));
    expect(joined).toMatchObject({ kind: 'paragraph', page: 1 });
  });

  it('keeps the indents of code', async () => {
    const code = [
      { text: 'while running:', x: 72, y: 500, font: 'mono' as const },
      { text: 'pump.step()', x: 72 + 4 * 6.6, y: 486, font: 'mono' as const },
    ];
    const blocks = await blocksOf({ pages: [[...column(FIRST, { x: 72, y: 700 }), ...code]] });
    expect(blocks.find(({ kind }) => kind === 'code')).toEqual({
      kind: 'code',
      text: 'while running:\n    pump.step()',
      page: 1,
    });
  });

  it('takes the title of the metadata only when the first page shows it', async () => {
    const page = [{ text: 'Pump manual', x: 72, y: 760, size: 22 }, ...column(FIRST, { x: 72, y: 700 })];
    expect((await read({ pages: [page], title: 'Pump manual' })).title).toBe('Pump manual');
    expect((await read({ pages: [page], title: 'Microsoft Word - draft7.doc' })).title).toBeUndefined();
    expect((await read({ pages: [page], title: 'Quarterly figures' })).title).toBeUndefined();
  });

  it('names pages without a text layer, and takes blank pages for nothing more than blank', async () => {
    const document = await read({ pages: [column(FIRST, { x: 72, y: 700 }), { picture: true }, []] });
    expect(document.unreadPages).toEqual([2]);
    expect(document.pageCount).toBe(3);
    expect(document.warnings).toEqual(['1 of 3 pages have no text layer (page 2); run with --ocr to read them']);
  });

  it('finds a PDF behind the bytes that some printers put before it', async () => {
    const pdf = makePdf({ pages: [column(FIRST, { x: 72, y: 700 })] });
    const document = await readBytes(Buffer.concat([Buffer.from('@PJL ENTER LANGUAGE=PDF\r\n'), pdf]));
    expect(document.blocks).toHaveLength(1);
  });

  it('leaves out pages that are no pages and says so', async () => {
    const document = await read({ pages: [column(FIRST, { x: 72, y: 700 }), { broken: true }] });
    expect(document.blocks).toHaveLength(1);
  });

  it.each<[reason: string, bytes: Uint8Array]>([
    ['no-text-layer', makePdf({ pages: [{ picture: true }] })],
    ['empty', makePdf({ pages: [[]] })],
    ['encrypted', makePdf({ pages: [column(FIRST, { x: 72, y: 700 })], isEncrypted: true })],
    ['corrupt', Buffer.from('%PDF-1.7\nnothing that follows is a PDF')],
    ['corrupt', Buffer.from('no PDF at all')],
  ])('refuses with the reason %s', async (reason, bytes) => {
    await expect(readBytes(bytes)).rejects.toSatisfy(
      (error) => ExtractError.isInstance(error) && error.code === `extract-${reason}`,
    );
  });

  it('tells how to read a scan', async () => {
    await expect(read({ pages: [{ picture: true }] })).rejects.toThrow('run with --ocr');
  });

  it('keeps the page and text limits', async () => {
    const bytes = makePdf({ pages: [column(FIRST, { x: 72, y: 700 }), column(SECOND, { x: 72, y: 700 })] });
    await expect(readBytes(bytes, { maxPages: 1 })).rejects.toMatchObject({ reason: 'too-large' });
    await expect(readBytes(bytes, { maxTextLength: 50 })).rejects.toMatchObject({ reason: 'output-too-large' });
  });

  it('reads plain text with an engine that cannot crash when the last try did', async () => {
    const bytes = makePdf({ pages: [column(FIRST, { x: 72, y: 700 }), column(SECOND, { x: 72, y: 700 })] });
    const source = { path: 'a.pdf', documentId: 'x', bytes, mediaType: 'application/pdf' };
    const document = await pdfReader.read(source, { ...contextWith(), isAfterCrash: true });
    expect(document.blocks).toEqual([
      { kind: 'paragraph', text: FIRST.join('\n'), page: 1 },
      { kind: 'paragraph', text: SECOND.join('\n'), page: 2 },
    ]);
    expect(document.warnings).toEqual(['page 1 to 2 was read without layout: the main PDF engine refused it']);
  });

  it('stops when it is told to', async () => {
    const reason = new Error('enough');
    const bytes = makePdf({ pages: [column(FIRST, { x: 72, y: 700 })] });
    const context = { ...contextWith(), signal: AbortSignal.abort(reason) };
    await expect(
      pdfReader.read({ path: 'a.pdf', documentId: 'x', bytes, mediaType: 'application/pdf' }, context),
    ).rejects.toBe(reason);
  });
});

const corpora = process.env['DSGEN_CORPORA'];

describe.skipIf(corpora === undefined)('pdfReader on the PDFs below DSGEN_CORPORA/formats/pdf', () => {
  const folder = join(corpora ?? '', 'formats', 'pdf');
  const files = corpora === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.pdf'));

  it.each(files)('ends %s in blocks or in a reason', async (name) => {
    const ending = await readBytes(readFileSync(join(folder, name))).then(
      ({ blocks }) => (blocks.length > 0 ? 'blocks' : 'nothing'),
      (error: unknown) => (ExtractError.isInstance(error) ? 'reason' : error),
    );
    expect(['blocks', 'reason']).toContain(ending);
  });
});

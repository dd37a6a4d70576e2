import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync, gunzipSync } from 'node:zlib';
import { LiteParse } from '@llamaindex/liteparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACT_LIMITS, type ExtractContext } from '../source.ts';
import { imageReader } from './image.ts';
import { pdfReader } from './pdf.ts';
import { imagePixels, tiffPageCount } from './image/image-header.ts';
import { column, makePdf } from './pdf/fixtures/make-pdf.ts';

const LINES = ['The pump moves water from the lower tank to the upper', 'tank and stops when the float switch opens.'];

let dataPath = '';
beforeAll(() => {
  dataPath = mkdtempSync(join(tmpdir(), 'dsgen-ocr-'));
  const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const packed = readFileSync(join(folder, '4.0.0_best_int', 'eng.traineddata.gz'));
  writeFileSync(join(dataPath, 'eng.traineddata'), gunzipSync(packed));
});
afterAll(() => rmSync(dataPath, { recursive: true }));

function contextWith(options: { readonly ocr: boolean; readonly hasData?: boolean }): ExtractContext {
  return {
    options: { ocr: options.ocr, ocrLanguage: 'eng', html: 'page' },
    limits: DEFAULT_EXTRACT_LIMITS,
    signal: new AbortController().signal,
    ...(options.hasData === false ? {} : { ocrDataPath: dataPath }),
  };
}

function source(bytes: Uint8Array, mediaType: string): Parameters<typeof imageReader.read>[0] {
  return { path: 'scan', documentId: 'x', bytes, mediaType };
}

/** A picture of a page, rendered from a PDF. */
async function photograph(): Promise<Uint8Array> {
  const pdf = makePdf({
    pages: [
      [{ text: 'Pump manual', x: 72, y: 760, size: 28 }, ...column(LINES, { x: 72, y: 700, size: 14, pitch: 20 })],
    ],
  });
  const [picture] = await new LiteParse({ ocrEnabled: false, quiet: true }).screenshot(Buffer.from(pdf), [1]);
  return picture!.imageBuffer;
}

describe('imageReader', () => {
  it('reads a picture of a page by OCR, heading and paragraph', async () => {
    const document = await imageReader.read(source(await photograph(), 'image/png'), contextWith({ ocr: true }));
    expect(document.blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Pump manual', page: 1 },
      { kind: 'paragraph', text: LINES.join('\n'), page: 1 },
    ]);
    expect(document.ocrPages).toEqual([1]);
  });

  it('says how to read a picture when OCR is off', async () => {
    const reading = imageReader.read(source(await photograph(), 'image/png'), contextWith({ ocr: false }));
    await expect(reading).rejects.toMatchObject({ reason: 'no-text-layer', message: expect.stringContaining('--ocr') });
  });

  it('names the package when the OCR data of the language is missing, and downloads nothing', async () => {
    const reading = imageReader.read(
      source(await photograph(), 'image/png'),
      contextWith({ ocr: true, hasData: false }),
    );
    await expect(reading).rejects.toThrow('add the package @tesseract.js-data/eng');
  });

  it('refuses a picture without text as empty', async () => {
    const reading = imageReader.read(source(makePng(64, 64), 'image/png'), contextWith({ ocr: true }));
    await expect(reading).rejects.toMatchObject({ reason: 'empty' });
  });

  it('refuses a picture that unpacks to more pixels than a page has', async () => {
    const header = makePng(64, 64);
    new DataView(header.buffer, header.byteOffset).setUint32(16, 100_000);
    new DataView(header.buffer, header.byteOffset).setUint32(20, 100_000);
    const reading = imageReader.read(source(header, 'image/png'), contextWith({ ocr: true }));
    await expect(reading).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('refuses a damaged picture', async () => {
    const damaged = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40, 0)]);
    await expect(imageReader.read(source(damaged, 'image/png'), contextWith({ ocr: true }))).rejects.toMatchObject({
      reason: 'corrupt',
    });
  });
});

describe('pdfReader with OCR', () => {
  it('reads pages without a text layer only', async () => {
    const pages = [column(LINES, { x: 72, y: 700 }), { picture: true as const }];
    const document = await pdfReader.read(source(makePdf({ pages }), 'application/pdf'), contextWith({ ocr: true }));
    expect(document.ocrPages).toEqual([2]);
    expect(document.unreadPages).toBeUndefined();
    expect(document.blocks).toHaveLength(1);
  });
});

describe('image headers', () => {
  it('tells the pixels of PNG, GIF and BMP', () => {
    const bmp = Buffer.alloc(54);
    bmp.write('BM');
    bmp.writeInt32LE(20, 18);
    bmp.writeInt32LE(-10, 22);
    const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([3, 0, 4, 0]), Buffer.alloc(20)]);
    expect([makePng(7, 5), gif, bmp].map(imagePixels)).toEqual([35, 12, 200]);
    expect(imagePixels(Buffer.from('short'))).toBeUndefined();
  });

  it('counts the pages that a TIFF chains together', () => {
    const tiff = Buffer.alloc(40);
    tiff.write('II*\0', 'latin1');
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(0, 8);
    tiff.writeUInt32LE(14, 10);
    tiff.writeUInt16LE(0, 14);
    expect(tiffPageCount(tiff)).toBe(2);
    expect(tiffPageCount(Buffer.from('no TIFF'))).toBe(1);
  });

  it('ends on a TIFF whose pages point in a circle', () => {
    const tiff = Buffer.alloc(40);
    tiff.write('II*\0', 'latin1');
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt32LE(8, 10);
    expect(tiffPageCount(tiff)).toBe(10_000);
  });
});

/** A white grey-scale PNG. */
function makePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 255).map((byte, index) => (index % (width + 1) === 0 ? 0 : byte));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

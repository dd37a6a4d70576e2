import { ExtractError } from '@dsgen/core';
import { noTextLayerDetail } from '../../plan/plan-document.ts';
import type { RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { readScannedPages } from './pdf/ocr.ts';
import { toRegions } from './pdf/page-regions.ts';
import { toBlocks } from './pdf/to-blocks.ts';
import { imagePixels, tiffPageCount } from './image/image-header.ts';

/** A page at 600 dots per inch has 35 million; ten times that is no page. */
const MAX_PIXELS = 350_000_000;

/** Pictures of text, read by OCR as documents of one page. */
export const imageReader: Reader = {
  name: 'image',
  mediaTypes: ['image/png', 'image/jpeg', 'image/tiff', 'image/bmp', 'image/gif', 'image/webp'],
  read: readImage,
};

async function readImage(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
  if (!context.options.ocr) throw new ExtractError('no-text-layer', noTextLayerDetail(source.mediaType));
  const pixels = imagePixels(source.bytes);
  if (pixels !== undefined && pixels > MAX_PIXELS) {
    throw new ExtractError('too-large', `the image has ${pixels} pixels; the limit is ${MAX_PIXELS}`);
  }
  const scans = await readScannedPages(source.bytes, [1], context);
  const regions = scans.flatMap(({ page }) => toRegions(page).map(({ lines }) => ({ page: 1, lines })));
  const blocks = toBlocks({ regions, ocrPages: [1], plainLines: new Map() });
  if (blocks.length === 0) throw new ExtractError('empty', 'OCR found no text in the image');
  return { blocks, pageCount: 1, ocrPages: [1], warnings: toWarnings(source) };
}

function toWarnings({ bytes }: DocumentSource): string[] {
  const pages = tiffPageCount(bytes);
  return pages > 1 ? [`only the first of ${pages} pages of the TIFF was read; save it as a PDF to read them all`] : [];
}

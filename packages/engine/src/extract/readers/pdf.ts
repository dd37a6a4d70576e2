import { ExtractError } from '@dsgen/core';
import { pdfStart } from '../../plan/media-type.ts';
import { noTextLayerDetail } from '../../plan/plan-document.ts';
import type { RawBlock, RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { findTitle } from './pdf/document-title.ts';
import { readPdfPages, type PdfPages } from './pdf/read-pages.ts';
import { describePages } from './pdf/page-list.ts';
import { toBlocks } from './pdf/to-blocks.ts';

/**
 * PDF: text with headings, lists and tables in reading order, and OCR for pages without text when it is asked for.
 * liteparse reads; PDFium in WebAssembly steps in for what liteparse refuses.
 */
export const pdfReader: Reader = {
  name: 'pdf',
  mediaTypes: ['application/pdf'],
  read: readPdf,
};

async function readPdf(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
  const start = pdfStart(source.bytes);
  if (start === -1) throw new ExtractError('corrupt', 'the file holds no PDF: the marker %PDF- is missing');
  const bytes = source.bytes.subarray(start);
  return toRawDocument(await readPdfPages(bytes, context), bytes);
}

function toRawDocument(pages: PdfPages, bytes: Uint8Array): RawDocument {
  const blocks: readonly RawBlock[] = toBlocks(pages);
  if (blocks.length === 0) throw nothingRead(pages);
  const title = findTitle(bytes, firstPagesText(blocks));
  return {
    ...(title === undefined ? {} : { title }),
    blocks,
    pageCount: pages.totalPages,
    ...(pages.unreadPages.length === 0 ? {} : { unreadPages: pages.unreadPages }),
    ...(pages.ocrPages.length === 0 ? {} : { ocrPages: pages.ocrPages }),
    warnings: toWarnings(pages),
  };
}

function nothingRead({ unreadPages, failedPages, ocrPages }: PdfPages): ExtractError {
  if (failedPages.length > 0) return new ExtractError('corrupt', `page ${describePages(failedPages)} cannot be read`);
  if (unreadPages.length > 0) return new ExtractError('no-text-layer', noTextLayerDetail('application/pdf'));
  const detail = ocrPages.length > 0 ? 'OCR found no text on any page' : 'no page has any readable text';
  return new ExtractError('empty', detail);
}

function toWarnings({ totalPages, unreadPages, failedPages, plainPages }: PdfPages): string[] {
  const warnings: string[] = [];
  if (unreadPages.length > 0) {
    warnings.push(
      `${unreadPages.length} of ${totalPages} pages have no text layer (page ${describePages(unreadPages)}); run with --ocr to read them`,
    );
  }
  if (plainPages.length > 0) {
    warnings.push(`page ${describePages(plainPages)} was read without layout: the main PDF engine refused it`);
  }
  if (failedPages.length > 0) warnings.push(`page ${describePages(failedPages)} cannot be read and is left out`);
  return warnings;
}

function firstPagesText(blocks: readonly RawBlock[]): string {
  return blocks
    .filter(({ page }) => (page ?? 1) <= 2)
    .map((block) => ('text' in block ? block.text : ''))
    .join('\n');
}

import { ExtractError } from '@dsgen/core';
import { inspectPages } from '../extract/readers/pdf/liteparse-engine.ts';
import { pdfStart } from './media-type.ts';
import type { RouteFacts } from './route.ts';

/** What a look at every page of a PDF adds to its plan. */
export type PdfFacts = Required<Pick<RouteFacts, 'pages' | 'pagesWithoutText' | 'textLength' | 'complexPages'>>;

/**
 * Counts pages, pages without text and pages of difficult layout. It parses the document, so a host calls it where it
 * would extract: in the child process. About 3 ms a page.
 *
 * @throws ExtractError `encrypted` or `corrupt`.
 */
export async function planPdf(bytes: Uint8Array, options: { readonly maxPages: number }): Promise<PdfFacts> {
  const start = pdfStart(bytes);
  if (start === -1) throw new ExtractError('corrupt', 'the file holds no PDF: the marker %PDF- is missing');
  const pages = await inspect(bytes.subarray(start), options.maxPages);
  return {
    pages: pages.length,
    pagesWithoutText: pages.filter(({ textLength }) => textLength === 0).length,
    textLength: pages.reduce((sum, { textLength }) => sum + textLength, 0),
    complexPages: pages.filter(({ layout }) => layout?.isComplex === true).length,
  };
}

async function inspect(bytes: Uint8Array, maxPages: number): ReturnType<typeof inspectPages> {
  try {
    return await inspectPages(bytes, maxPages);
  } catch (error) {
    const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw isEncrypted
      ? new ExtractError('encrypted', 'the PDF is protected by a password; save it without one', { cause: error })
      : new ExtractError('corrupt', 'the PDF cannot be opened: its structure is damaged', { cause: error });
  }
}

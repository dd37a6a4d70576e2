import { ExtractError } from '@dsgen/core';
import type { ExtractContext } from '../../source.ts';
import { EngineRefusal, readTextLayer } from './liteparse-engine.ts';
import { readScannedPages } from './ocr.ts';
import type { PageRegion } from './page-content.ts';
import { confirmEdges } from './page-edges.ts';
import { toRegions } from './page-regions.ts';
import { readPlainText } from './pdfium-engine.ts';

/** All pages of a PDF, read as well as each could be. */
export interface PdfPages {
  readonly totalPages: number;
  /** In page order, columns in reading order. */
  readonly regions: readonly PageRegion[];
  /** Lines of pages that only the second engine could read. */
  readonly plainLines: ReadonlyMap<number, readonly string[]>;
  readonly plainPages: readonly number[];
  readonly failedPages: readonly number[];
  readonly unreadPages: readonly number[];
  readonly ocrPages: readonly number[];
}

/** Reads every page: text layer first, the second engine for refused pages, OCR for pages without text when asked for. */
export async function readPdfPages(bytes: Uint8Array, context: ExtractContext): Promise<PdfPages> {
  const layer = context.isAfterCrash === true ? undefined : await readLayer(bytes, context);
  if (layer === undefined) return readAllPlain(bytes, context);
  const plain = layer.failedPages.length === 0 ? undefined : await tryPlainText(bytes, layer.failedPages);
  const plainLines = plain ?? new Map<number, readonly string[]>();
  const isScanned = context.options.ocr && layer.textlessPages.length > 0;
  const scans = isScanned ? await readScannedPages(bytes, layer.textlessPages, context) : [];
  return {
    totalPages: layer.totalPages,
    regions: confirmEdges(
      mergeByPage(
        layer.regions,
        scans.flatMap(({ page }) => toRegions(page)),
      ),
      layer.totalPages,
    ),
    plainLines,
    plainPages: [...plainLines.keys()],
    failedPages: layer.failedPages.filter((page) => !plainLines.has(page)),
    unreadPages: isScanned ? [] : layer.textlessPages,
    ocrPages: isScanned ? layer.textlessPages : [],
  };
}

interface Layer {
  readonly totalPages: number;
  readonly regions: readonly PageRegion[];
  /** Pages that show something, but no text: work for OCR. */
  readonly textlessPages: readonly number[];
  readonly failedPages: readonly number[];
}

/** The text layer, or undefined when the main engine refuses the whole document. */
async function readLayer(bytes: Uint8Array, context: ExtractContext): Promise<Layer | undefined> {
  const failedPages: number[] = [];
  let totalPages = 0;
  let textLength = 0;
  const regions: PageRegion[] = [];
  const textlessPages: number[] = [];
  try {
    for await (const batch of readTextLayer(bytes, context.limits.maxPages)) {
      context.signal.throwIfAborted();
      checkPageCount(batch.totalPages, context);
      totalPages = batch.totalPages;
      failedPages.push(...batch.failedPages);
      for (const page of batch.pages) {
        if (page.runs.length === 0 && !page.isBlank) textlessPages.push(page.number);
        const found = toRegions(page);
        textLength += lengthOf(found);
        regions.push(...found);
      }
      checkTextLength(textLength, context);
    }
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    if (isPasswordError(error)) throw encrypted(error);
    return undefined;
  }
  return { totalPages, regions, textlessPages, failedPages };
}

function checkPageCount(pages: number, { limits }: ExtractContext): void {
  if (pages > limits.maxPages) {
    throw new ExtractError('too-large', `the document has ${pages} pages; the limit is ${limits.maxPages}`);
  }
}

function checkTextLength(length: number, { limits }: ExtractContext): void {
  if (length > limits.maxTextLength) {
    throw new ExtractError(
      'output-too-large',
      `the text has over ${limits.maxTextLength} characters, which is the limit`,
    );
  }
}

function lengthOf(regions: readonly PageRegion[]): number {
  return regions.reduce((sum, { lines }) => sum + lines.reduce((total, { text }) => total + text.length, 0), 0);
}

function mergeByPage(layer: readonly PageRegion[], scans: readonly PageRegion[]): readonly PageRegion[] {
  return scans.length === 0 ? layer : [...layer, ...scans].toSorted((one, other) => one.page - other.page);
}

async function readAllPlain(bytes: Uint8Array, context: ExtractContext): Promise<PdfPages> {
  const { totalPages, pages } = await openPlain(bytes);
  checkPageCount(totalPages, context);
  const numbers = Array.from({ length: totalPages }, (_, index) => index + 1);
  return {
    totalPages,
    regions: [],
    plainLines: pages,
    plainPages: [...pages.keys()],
    failedPages: numbers.filter((page) => !pages.has(page)),
    unreadPages: [...pages].filter(([, lines]) => lines.join('') === '').map(([page]) => page),
    ocrPages: [],
  };
}

async function openPlain(bytes: Uint8Array): ReturnType<typeof readPlainText> {
  try {
    return await readPlainText(bytes);
  } catch (error) {
    if (isPasswordError(error)) throw encrypted(error);
    throw new ExtractError('corrupt', 'no PDF engine can open the file: its structure is damaged', { cause: error });
  }
}

async function tryPlainText(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]> | undefined> {
  try {
    return (await readPlainText(bytes, pages)).pages;
  } catch {
    return undefined;
  }
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && /password|encrypt/i.test(error.message);
}

function encrypted(cause: unknown): ExtractError {
  return new ExtractError('encrypted', 'the PDF is protected by a password; save it without one', { cause });
}

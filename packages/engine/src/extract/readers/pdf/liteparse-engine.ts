import type { LayoutBlock, LiteParse, LiteParseConfig, ParsedPage, ParseResult, TextItem } from '@llamaindex/liteparse';
import { chooseTables } from './choose-tables.ts';
import type { PageContent, PageTable, TextRun } from './page-content.ts';

/** Pages held in the engine's own form at once: bounds memory for long documents. */
const BATCH_PAGES = 50;

/** Some pages of a document. */
export interface PageBatch {
  /** Pages of the whole document. */
  readonly totalPages: number;
  readonly pages: readonly PageContent[];
  readonly failedPages: readonly number[];
}

export interface OcrOptions {
  /** Folder with `<language>.traineddata`. */
  readonly dataPath: string;
  readonly language: string;
}

/**
 * Reads a PDF's text layer with liteparse (native PDFium), some pages at a time. The bytes must start with `%PDF-`: the
 * engine hands anything else to external programs.
 */
export async function* readTextLayer(bytes: Uint8Array, maxPages: number): AsyncGenerator<PageBatch> {
  const parser = await createParser({ maxPages });
  for await (const { totalPages, result } of parser.parseBatches(bytes, { batchSize: BATCH_PAGES })) {
    yield toBatch(result, totalPages);
  }
}

/** Reads these pages by Tesseract, with local data only. */
export async function readByOcr(bytes: Uint8Array, pages: readonly number[], ocr: OcrOptions): Promise<PageBatch> {
  const parser = await createParser({
    targetPages: pages.join(','),
    maxPages: Math.max(...pages),
    ocrEnabled: true,
    tessdataPath: ocr.dataPath,
    ocrLanguage: ocr.language,
  });
  const result = await parser.parse(bytes);
  return toBatch(result, result.totalPages);
}

/** Those of the pages that show nothing at all. An image or a drawing without text is not blank. */
export async function findBlankPages(bytes: Uint8Array, pages: readonly number[]): Promise<ReadonlySet<number>> {
  const renderer = await createParser({ dpi: 24 });
  const pictures = await renderer.screenshot(bytes, [...pages]);
  return new Set(pictures.filter(({ isSolidFill }) => isSolidFill).map(({ pageNum }) => pageNum));
}

/** Never reaches the network: no OCR server is set, and OCR is off unless local data is given. */
async function createParser(config: Partial<LiteParseConfig>): Promise<LiteParse> {
  const { LiteParse } = await import('@llamaindex/liteparse');
  return new LiteParse({
    outputFormat: 'json',
    quiet: true,
    imageMode: 'off',
    extractLinks: false,
    extractBlocks: true,
    extractTextMetadata: true,
    keepHeadersFooters: true,
    continueOnPageError: true,
    numWorkers: 1,
    ocrEnabled: false,
    ...config,
  });
}

function toBatch(result: ParseResult, totalPages: number): PageBatch {
  const failedPages = result.pageErrors.map(({ pageNum }) => pageNum);
  const pages = result.pages.filter(({ pageNum }) => !failedPages.includes(pageNum)).map(toPage);
  return { totalPages, pages, failedPages };
}

function toPage(page: ParsedPage): PageContent {
  const items = page.textItems.filter(({ text }) => text.trim() !== '');
  return {
    number: page.pageNum,
    width: page.width,
    height: page.height,
    runs: items.map(toRun),
    tables: chooseTables((page.blocks ?? []).flatMap(toTable)),
    isOcr: items.some(({ confidence }) => confidence !== undefined),
  };
}

function toRun(item: TextItem): TextRun {
  const name = item.fontName ?? '';
  return {
    text: item.text,
    left: item.x,
    top: item.y,
    right: item.x + item.width,
    bottom: item.y + item.height,
    size: item.fontHeight ?? item.height,
    isBold: (item.fontWeight ?? 0) >= 600 || /bold|black|heavy|demi/i.test(name),
    isItalic: /italic|oblique/i.test(name),
    isMonospace: /courier|mono|consol|menlo|typewriter|cmtt|fixed/i.test(name),
  };
}

function toTable({ kind, bbox, header, rows }: LayoutBlock): PageTable[] {
  if (kind !== 'table' || bbox === undefined) return [];
  const all = [...(header === undefined ? [] : [header]), ...(rows ?? [])];
  return [
    {
      left: bbox.x,
      top: bbox.y,
      right: bbox.x + bbox.width,
      bottom: bbox.y + bbox.height,
      headerRows: header === undefined ? 0 : 1,
      rows: all.map((row) => row.map(({ text }) => text.replace(/<br\s*\/?>/g, '\n').trim())),
    },
  ];
}

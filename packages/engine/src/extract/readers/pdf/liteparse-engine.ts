import type {
  LayoutBlock,
  LayoutCell,
  LiteParse,
  LiteParseConfig,
  ParsedPage,
  ParseResult,
  Rect,
  TextItem,
} from '@llamaindex/liteparse';
import { chooseTables, type FoundCell, type FoundTable } from './choose-tables.ts';
import type { Box, PageContent, TextRun } from './page-content.ts';

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
  const runs = items.map(toRun);
  return {
    number: page.pageNum,
    width: page.width,
    height: page.height,
    runs,
    tables: chooseTables((page.blocks ?? []).flatMap(toTable), runs),
    isOcr: items.some(({ confidence }) => confidence !== undefined),
  };
}

function toRun(item: TextItem): TextRun {
  const name = item.fontName ?? '';
  return {
    text: isSymbol(item) ? '\u2022' : item.text,
    ...toBox(item),
    size: item.fontHeight ?? item.height,
    isBold: (item.fontWeight ?? 0) >= 600 || /bold|black|heavy|demi/i.test(name),
    isItalic: /italic|oblique/i.test(name),
    isMonospace: /courier|mono|consol|menlo|typewriter|cmtt|fixed/i.test(name),
  };
}

/** A lone glyph of a picture font is a bullet, whatever letter it is coded as. */
function isSymbol({ text, fontName = '' }: TextItem): boolean {
  return text.trim().length === 1 && /wingding|dingbat|webding|symbol/i.test(fontName) && /[^\d()=+\s]/.test(text);
}

function toTable({ kind, bbox, header, rows }: LayoutBlock): FoundTable[] {
  if (kind !== 'table' || bbox === undefined) return [];
  const all = [...(header === undefined ? [] : [header]), ...(rows ?? [])];
  return [{ ...toBox(bbox), headerRows: header === undefined ? 0 : 1, rows: all.map((row) => row.map(toCell)) }];
}

function toCell({ text, bbox }: LayoutCell): FoundCell {
  const plain = text.replace(/<br\s*\/?>/g, '\n').trim();
  return bbox === undefined ? { text: plain } : { text: plain, box: toBox(bbox) };
}

function toBox({ x, y, width, height }: Rect): Box {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

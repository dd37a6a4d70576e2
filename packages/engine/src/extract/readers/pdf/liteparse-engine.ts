import type {
  LayoutBlock,
  LayoutCell,
  LiteParse,
  LiteParseConfig,
  PageComplexityStats,
  ParsedPage,
  ParseResult,
  Rect,
  TextItem,
} from '@llamaindex/liteparse';
import { chooseTables, type FoundCell, type FoundTable } from './choose-tables.ts';
import { centerY, median, type Box, type PageContent, type TextRun } from './page-content.ts';

/** Pages held in the engine's own form at once: bounds memory for long documents. */
const BATCH_PAGES = 50;

/** Some pages of a document. */
export interface PageBatch {
  /** Pages of the whole document. */
  readonly totalPages: number;
  readonly pages: readonly PageContent[];
  readonly failedPages: readonly number[];
}

export interface OcrSettings {
  /** Folder with `<language>.traineddata`. Without that file the engine would try to download it. */
  readonly dataPath: string;
  readonly language: string;
}

/** A page whose content appears turned clockwise by this angle. */
export interface PageTurn {
  readonly page: number;
  readonly angle: 90 | 180 | 270;
}

/** A page read by OCR, and how well. */
export interface OcrPage {
  readonly page: PageContent;
  /** Mean over characters, 0 to 1; 0 of an empty page. */
  readonly confidence: number;
  /** Whether most lines run up or down the page. */
  readonly isSideways: boolean;
}

/**
 * Reads a PDF's text layer with liteparse (native PDFium), some pages at a time. The bytes must start with `%PDF-`: the
 * engine hands anything else to external programs.
 */
export async function* readTextLayer(bytes: Uint8Array, maxPages: number): AsyncGenerator<PageBatch> {
  const parser = await createParser({ maxPages });
  const batches = parser.parseBatches(bytes, { batchSize: BATCH_PAGES });
  try {
    for (let next = await refusable(batches.next()); next.done !== true; next = await refusable(batches.next())) {
      yield toBatch(next.value.result, next.value.totalPages);
    }
  } finally {
    await batches.return(undefined);
  }
}

/** The engine's own word that it cannot read a document, apart from errors of ours. */
export class EngineRefusal extends Error {}

async function refusable<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw new EngineRefusal(error instanceof Error ? error.message : 'unknown', { cause: error });
  }
}

/**
 * Reads pages by Tesseract, with local data only. An image in place of a PDF counts as a document of one page; the engine
 * decodes PNG, JPEG, TIFF, BMP, GIF and WebP itself.
 */
export async function readByOcr(
  bytes: Uint8Array,
  { pages, turns = [] }: { readonly pages: readonly number[]; readonly turns?: readonly PageTurn[] },
  settings: OcrSettings,
): Promise<OcrPage[]> {
  const parser = await createParser({
    targetPages: pages.join(','),
    maxPages: Math.max(...pages),
    ocrEnabled: true,
    tessdataPath: settings.dataPath,
    ocrLanguage: settings.language,
    pageOrientationCorrections: [...turns],
  });
  const { pages: parsed } = await parser.parse(bytes);
  return parsed.map(toOcrPage);
}

/** Page facts for the plan, without text or layout. */
export async function inspectPages(bytes: Uint8Array, maxPages: number): Promise<readonly PageComplexityStats[]> {
  const parser = await createParser({ maxPages });
  return parser.isComplex(bytes);
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
    extractContentBounds: true,
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

/** Scraps below this confidence are specks and drawings taken for letters. */
const MIN_CONFIDENCE = 0.4;

function toOcrPage(parsed: ParsedPage): OcrPage {
  const items = parsed.textItems.filter(
    ({ text, confidence = 1 }) => text.trim() !== '' && confidence >= MIN_CONFIDENCE,
  );
  const characters = items.reduce((sum, { text }) => sum + text.length, 0);
  const certain = items.reduce((sum, { text, confidence = 1 }) => sum + text.length * confidence, 0);
  const words = items.filter(({ text }) => text.length > 2);
  const upright = words.filter(({ width, height }) => height > width * 1.2).length;
  const runs = levelRuns(items.map(toRun));
  return {
    page: {
      number: parsed.pageNum,
      width: parsed.width,
      height: parsed.height,
      runs,
      tables: [],
      isBlank: runs.length === 0,
    },
    confidence: characters === 0 ? 0 : certain / characters,
    isSideways: upright * 2 > words.length,
  };
}

/**
 * OCR boxes hug the ink, so `one` and `lively` differ in height. Boxes near the page's usual height get exactly that
 * height around their middle: what is left of the differences means something.
 */
function levelRuns(runs: readonly TextRun[]): TextRun[] {
  const usual = median(runs.map(({ top, bottom }) => bottom - top));
  return runs.map((run) => {
    const height = run.bottom - run.top;
    if (height < usual * 0.6 || height > usual * 1.45) return { ...run, size: height };
    return { ...run, top: centerY(run) - usual / 2, bottom: centerY(run) + usual / 2, size: usual };
  });
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
    isBlank: page.contentBounds === undefined,
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

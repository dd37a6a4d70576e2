import { COMPLEXITIES, LANES, type Complexity, type Lane, type Processor } from '@dsgen/core';

/** What is known of a document before it is read; more facts make better estimates. */
export interface RouteFacts {
  readonly mediaType: string;
  readonly bytes: number;
  /** Pages, slides or sheets. */
  readonly pages?: number;
  /** Pages that only OCR can read. */
  readonly pagesWithoutText?: number;
  /** Characters of the text layer, where it was measured. */
  readonly textLength?: number;
  /** Pages with columns, tables or dense drawings, where that was measured. */
  readonly complexPages?: number;
  /** Whether pages without text are read by OCR. Default false. */
  readonly ocr?: boolean;
}

export interface Route {
  readonly processor: Processor;
  readonly complexity: Complexity;
  readonly lane: Lane;
  readonly estimatedTokens: number;
  /** Milliseconds of one core. */
  readonly estimatedMs: number;
}

const MEGABYTE = 1_000_000;

/** The specification's tracks: exclusive upper bound of the size, and how long its target lets one document take. */
const TRACKS: ReadonlyArray<{ readonly lane: Lane; readonly maxBytes: number; readonly targetMs: number }> = [
  { lane: 'fast', maxBytes: MEGABYTE, targetMs: 3_000 },
  { lane: 'standard', maxBytes: 10 * MEGABYTE, targetMs: 120_000 },
  { lane: 'heavy', maxBytes: 100 * MEGABYTE, targetMs: 900_000 },
  { lane: 'massive', maxBytes: Infinity, targetMs: Infinity },
];

/** The specification's arrows from track to NLP pipeline. */
const COMPLEXITY_BY_LANE: Readonly<Record<Lane, Complexity>> = {
  fast: 'simple',
  standard: 'medium',
  heavy: 'complex',
  massive: 'research',
};

/** The specification's arrows from processor to NLP pipeline (PDF, Word, text, HTML), continued for the rest. */
const COMPLEXITY_BY_PROCESSOR: Readonly<Record<Processor, Complexity>> = {
  pdf: 'medium',
  office: 'medium',
  text: 'simple',
  html: 'complex',
  table: 'simple',
  mail: 'simple',
  image: 'medium',
  code: 'simple',
};

interface ProcessorCost {
  /** To open one document, whatever its size. */
  readonly fixedMs: number;
  readonly msPerPage: number;
  readonly msPerMegabyte: number;
  /** Extracted characters per source byte. */
  readonly charactersPerByte: number;
}

/**
 * Extraction by processor on one core of a 2 vCPU AMD EPYC machine with Node 24, means over 378 real files of all formats
 * (2026-11-24). Single files differ by a factor of five either way; pictures inside weigh much and give no text.
 */
const COSTS: Readonly<Record<Processor, ProcessorCost>> = {
  pdf: { fixedMs: 3, msPerPage: 6, msPerMegabyte: 0, charactersPerByte: 0.027 },
  office: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 35, charactersPerByte: 0.03 },
  text: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 175, charactersPerByte: 0.95 },
  html: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 50, charactersPerByte: 0.09 },
  table: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 400, charactersPerByte: 0.8 },
  mail: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 140, charactersPerByte: 0.1 },
  image: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 0, charactersPerByte: 0 },
  code: { fixedMs: 3, msPerPage: 0, msPerMegabyte: 175, charactersPerByte: 0.95 },
};

/** Everything after extraction goes by the length of the text: chunks, analysis, generation and checks. */
const MS_PER_CHARACTER = 0.001;
/** Where a PDF does not tell its pages cheaply. */
const PDF_PAGES_PER_MEGABYTE = 13;
/** Tesseract on one page at 150 dpi: 0.3 to 1.6 s measured, by how much is on it. */
const OCR_MS_PER_PAGE = 1_000;
/** A page of text gives about this much. */
const CHARACTERS_PER_OCR_PAGE = 2_000;
/** English prose with the o200k vocabulary; other scripts have fewer characters per token. */
const CHARACTERS_PER_TOKEN = 4.2;
/** From here on a document is a research-grade job whatever its size in bytes. */
const RESEARCH_PAGES = 1_000;
/** Share of pages with columns, tables or drawings from which the layout counts as complex. */
const COMPLEX_LAYOUT_SHARE = 0.25;

/**
 * The specification's intelligent file routing: size, type and complexity decide who reads a document, how deeply it
 * is analysed and where it runs. The three checks are independent and the most demanding one wins, so a small HTML
 * page gets the deep pipeline on the fast lane, and a small scan leaves the fast lane because OCR takes longer than its target.
 *
 * @example
 * route({ mediaType: 'application/pdf', bytes: 400_000, pages: 12 }); // pdf, medium, fast
 */
export function route(facts: RouteFacts): Route {
  const processor = processorOf(facts.mediaType);
  const estimatedMs = estimateMs(processor, facts);
  const laneBySize = laneOf(({ maxBytes }) => facts.bytes < maxBytes);
  const laneByWork = laneOf(({ targetMs }) => estimatedMs <= targetMs);
  return {
    processor,
    complexity: mostDemanding(COMPLEXITIES, [
      COMPLEXITY_BY_LANE[laneBySize],
      COMPLEXITY_BY_PROCESSOR[processor],
      complexityOfContent(facts),
    ]),
    lane: mostDemanding(LANES, [laneBySize, laneByWork]),
    estimatedTokens: Math.round(estimateCharacters(processor, facts) / CHARACTERS_PER_TOKEN),
    estimatedMs: Math.round(estimatedMs),
  };
}

/** Which processor reads a media type; `text` for what is read as plain text. */
export function processorOf(mediaType: string): Processor {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'text/html') return 'html';
  if (mediaType === 'message/rfc822') return 'mail';
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('text/x-')) return 'code';
  if (isTable(mediaType)) return 'table';
  return isOffice(mediaType) ? 'office' : 'text';
}

function isTable(mediaType: string): boolean {
  return (
    mediaType === 'text/csv' ||
    mediaType === 'text/tab-separated-values' ||
    mediaType.endsWith('.spreadsheetml.sheet') ||
    mediaType.endsWith('.opendocument.spreadsheet')
  );
}

function isOffice(mediaType: string): boolean {
  return (
    mediaType.startsWith('application/vnd.openxmlformats-officedocument.') ||
    mediaType.startsWith('application/vnd.oasis.opendocument.') ||
    mediaType === 'application/rtf' ||
    mediaType === 'application/epub+zip'
  );
}

function estimateMs(processor: Processor, facts: RouteFacts): number {
  const { fixedMs, msPerPage, msPerMegabyte } = COSTS[processor];
  const megabytes = facts.bytes / MEGABYTE;
  const pages = facts.pages ?? megabytes * PDF_PAGES_PER_MEGABYTE;
  const ocrMs = ocrPages(processor, facts) * OCR_MS_PER_PAGE;
  const analysisMs = estimateCharacters(processor, facts) * MS_PER_CHARACTER;
  return fixedMs + msPerPage * pages + msPerMegabyte * megabytes + ocrMs + analysisMs;
}

function estimateCharacters(processor: Processor, facts: RouteFacts): number {
  const textLength = facts.textLength ?? facts.bytes * COSTS[processor].charactersPerByte;
  return textLength + ocrPages(processor, facts) * CHARACTERS_PER_OCR_PAGE;
}

function ocrPages(processor: Processor, { ocr = false, pages, pagesWithoutText }: RouteFacts): number {
  if (!ocr) return 0;
  return processor === 'image' ? (pages ?? 1) : (pagesWithoutText ?? 0);
}

function complexityOfContent({
  pages = 0,
  pagesWithoutText = 0,
  complexPages = 0,
  ocr = false,
}: RouteFacts): Complexity {
  if (pages >= RESEARCH_PAGES) return 'research';
  const hasComplexLayout = pages > 0 && complexPages / pages >= COMPLEX_LAYOUT_SHARE;
  return hasComplexLayout || (ocr && pagesWithoutText > 0) ? 'complex' : 'simple';
}

function laneOf(fits: (track: (typeof TRACKS)[number]) => boolean): Lane {
  return TRACKS.find(fits)?.lane ?? 'massive';
}

function mostDemanding<Value>(scale: readonly Value[], values: readonly Value[]): Value {
  return values.reduce((most, value) => (scale.indexOf(value) > scale.indexOf(most) ? value : most));
}

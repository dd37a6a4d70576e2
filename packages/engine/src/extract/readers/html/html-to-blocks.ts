import type { RawBlock } from '../../raw-block.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../../source.ts';
import type { RoleTrust } from './element-traits.ts';
import { wholeInTitle } from './named-whole.ts';
import { parseHtml, type ParsedHtml } from './parse-html.ts';

export interface HtmlToBlocksOptions {
  /** `page` takes everything and marks what is not content; `article` takes the main content only. Default `page`. */
  readonly mode?: 'page' | 'article';
  /** XHTML, as in EPUB: `<title/>` closes itself. */
  readonly isXml?: boolean;
  /** Default: that of `DEFAULT_EXTRACT_LIMITS`. */
  readonly maxDepth?: number;
}

export interface HtmlContent {
  readonly title?: string;
  readonly partOf?: string;
  readonly declaredLanguage?: string;
  readonly blocks: readonly RawBlock[];
}

const TRUST_IN_ORDER: readonly RoleTrust[] = ['classes', 'elements', 'none'];

/** A page whose `main` holds less than this share of its text uses the element for something else. */
const SMALLEST_MAIN = 0.25;
/** Content shorter than this share of a page makes the reader doubt what took the rest away. */
const SMALLEST_CONTENT = 0.1;
const SHORT_TEXT = 200;
/** Larger pages are read whole in article mode too. */
const MOST_ARTICLE_ELEMENTS = 20_000;

/**
 * HTML as blocks in reading order: hidden elements dropped, navigation and banners marked. Nothing is ever fetched.
 *
 * @example
 * const { blocks } = await htmlToBlocks('<h1>Tea</h1><p>Boil water.</p>', { mode: 'page' });
 */
export async function htmlToBlocks(html: string, options: HtmlToBlocksOptions = {}): Promise<HtmlContent> {
  const page = parsePage(html, options);
  // Tree algorithms recurse, and search siblings again and again: only a page of a person's size gets that far.
  if (options.mode !== 'article' || page.isTooDeep || page.elements > MOST_ARTICLE_ELEMENTS) return toContent(page);
  const { extractArticle } = await import('./extract-article.ts');
  const article = extractArticle(html);
  if (article === undefined) return toContent(page);
  const { blocks } = parseAs(article.html, 'classes', options);
  return toContent({ ...page, blocks: [...headingOf(page, blocks), ...blocks] }, article.title);
}

/** The page's own heading, which article extraction takes away as a repetition of the title. */
function headingOf(page: ParsedHtml, article: readonly RawBlock[]): readonly RawBlock[] {
  return article.some(isTopHeading) ? [] : page.blocks.filter(isTopHeading).slice(0, 1);
}

function isTopHeading(block: RawBlock): block is Extract<RawBlock, { kind: 'heading' }> {
  return block.kind === 'heading' && block.level === 1;
}

/** Believes class names, then only elements, then nothing, until the page has content. */
function parsePage(html: string, options: HtmlToBlocksOptions): ParsedHtml {
  let parsed = parseAs(html, 'none', options);
  for (const trust of TRUST_IN_ORDER) {
    parsed = markOutsideMain(parseAs(html, trust, options));
    if (hasContent(parsed.blocks)) break;
  }
  return parsed;
}

function parseAs(html: string, trust: RoleTrust, options: HtmlToBlocksOptions): ParsedHtml {
  return parseHtml(html, {
    trust,
    maxDepth: options.maxDepth ?? DEFAULT_EXTRACT_LIMITS.maxDepth,
    isXml: options.isXml ?? false,
  });
}

/** What lies outside `main` is the site around the content. */
function markOutsideMain(parsed: ParsedHtml): ParsedHtml {
  const { blocks, mainRanges } = parsed;
  const isInMain = blocks.map(() => false);
  for (const [start, end] of mainRanges) isInMain.fill(true, start, end);
  const main = lengthOf(blocks.filter((_block, index) => isInMain[index]));
  if (main < lengthOf(blocks) * SMALLEST_MAIN) return parsed;
  return {
    ...parsed,
    blocks: blocks.map((block, index) => (isInMain[index] || block.role !== undefined ? block : outside(block))),
  };
}

function outside(block: RawBlock): RawBlock {
  return isTopHeading(block) ? block : { ...block, role: 'navigation' };
}

function hasContent(blocks: readonly RawBlock[]): boolean {
  const content = lengthOf(blocks.filter((block) => block.role === undefined));
  return content >= SHORT_TEXT || content >= lengthOf(blocks) * SMALLEST_CONTENT;
}

function lengthOf(blocks: readonly RawBlock[]): number {
  return blocks.reduce((sum, block) => sum + textLength(block), 0);
}

function textLength(block: RawBlock): number {
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.text.length, 0);
  if (block.kind === 'table') return block.rows.reduce((sum, row) => sum + row.join('').length, 0);
  return block.text.length;
}

function toContent(parsed: ParsedHtml, articleTitle?: string): HtmlContent {
  const title = chooseTitle(parsed, articleTitle);
  const partOf = parsed.partOf ?? wholeInTitle(parsed.title, title);
  return {
    blocks: parsed.blocks,
    ...(title === undefined ? {} : { title }),
    ...(partOf === undefined ? {} : { partOf }),
    ...(parsed.declaredLanguage === undefined ? {} : { declaredLanguage: parsed.declaredLanguage }),
  };
}

/** `Leave – Staff handbook` is called `Leave` where the page's own heading says so. */
function chooseTitle(parsed: ParsedHtml, articleTitle: string | undefined): string | undefined {
  const title = articleTitle ?? parsed.title?.replace(/\s+/g, ' ').trim();
  const headingText = parsed.blocks.find(isTopHeading)?.text.replace(/\s+/g, ' ').trim() ?? '';
  if (title === undefined || title === '') return undefined;
  return headingText !== '' && title.includes(headingText) ? headingText : title;
}

import { Parser, type ParserOptions } from 'htmlparser2';
import type { RawBlock } from '../../raw-block.ts';
import type { RoleTrust } from './element-traits.ts';
import { HtmlBlockCollector } from './html-block-collector.ts';
import { namedWhole } from './named-whole.ts';

export interface ParseHtmlOptions {
  readonly trust: RoleTrust;
  /** Elements nested deeper lose their tags, not their text. */
  readonly maxDepth: number;
  /** XHTML, as in EPUB: `<title/>` closes itself. */
  readonly isXml?: boolean;
}

export interface ParsedHtml {
  readonly blocks: readonly RawBlock[];
  readonly mainRanges: ReadonlyArray<readonly [start: number, end: number]>;
  readonly title: string | undefined;
  /** The site or manual that the page's links and metadata name. */
  readonly partOf: string | undefined;
  readonly declaredLanguage: string | undefined;
  /** How many elements the page has, and whether tags were dropped because they lay too deep. */
  readonly elements: number;
  readonly isTooDeep: boolean;
}

/** Reads HTML in one pass over its tags; no tree is built. */
export function parseHtml(html: string, options: ParseHtmlOptions): ParsedHtml {
  const collector = new HtmlBlockCollector(options.trust);
  const parser = new DepthCappedParser(collector, options);
  parser.end(html);
  const blocks = collector.finish();
  const { mainRanges, title, declaredLanguage } = collector;
  const { elements, isTooDeep, partOf } = parser;
  return { blocks, mainRanges, title, partOf, declaredLanguage, elements, isTooDeep };
}

/**
 * The parser keeps open elements in an array that it shifts and searches, so its cost per tag grows with depth. This
 * one drops the tags, not the text, of whatever lies deeper than any real page.
 */
class DepthCappedParser extends Parser {
  readonly #collector: HtmlBlockCollector;
  readonly #maxDepth: number;
  readonly #depth: { open: number };
  isTooDeep = false;
  elements = 0;
  partOf: string | undefined;

  constructor(collector: HtmlBlockCollector, options: ParseHtmlOptions) {
    const depth = { open: 0 };
    super(
      {
        onopentag: (name, attributes) => {
          depth.open += 1;
          this.partOf ??= namedWhole(name, attributes);
          collector.open(name, attributes);
        },
        onclosetag: (name) => {
          depth.open -= 1;
          collector.close(name);
        },
        ontext: (text) => collector.text(text),
      },
      parserOptions(options),
    );
    this.#collector = collector;
    this.#maxDepth = options.maxDepth;
    this.#depth = depth;
  }

  override onopentagname(start: number, endIndex: number): void {
    this.elements += 1;
    if (this.#depth.open < this.#maxDepth) super.onopentagname(start, endIndex);
    else this.#dropTag();
  }

  #dropTag(): void {
    this.isTooDeep = true;
    this.#collector.endParagraph();
  }
}

function parserOptions(options: ParseHtmlOptions): ParserOptions {
  return options.isXml === true ? { recognizeSelfClosing: true, recognizeCDATA: true } : {};
}

import type { Token, Tokens } from 'marked';
import { HARD_BREAK, type RawBlock } from '../../raw-block.ts';
import { BlockSink, type ListLinks } from '../html/block-sink.ts';
import { parseHtml } from '../html/parse-html.ts';
import { textToBlocks } from '../text/text-to-blocks.ts';
import { addInline } from './inline-markdown.ts';
import { expandCallouts } from './callouts.ts';
import { lexMarkdown } from './lex-markdown.ts';
import { dropRepeatedPictures } from './repeated-pictures.ts';
import { shownCode } from './shown-code.ts';
import { dropSlideDirectives } from './slide-directives.ts';
import { dropTemplateTags } from './template-tags.ts';

export interface MarkdownContent {
  readonly blocks: readonly RawBlock[];
  readonly warnings: readonly string[];
}

const FEWEST_CONTENTS_ITEMS = 4;
const MOSTLY_LINKS = 0.8;
const LONGEST_BOLD_TITLE = 80;

/** Pictures that tell the state of a project rather than anything of its text. */
const BADGE = /shields\.io|badge|travis-ci|codecov|coveralls|circleci|appveyor|goreportcard|pkg\.go\.dev\/badge/i;
/** Lines of site generators: admonition fences, imports of MDX, placeholders for a table of contents. */
const DIRECTIVE =
  /^:::+.*$|^\\(?:newpage|pagebreak|clearpage|tableofcontents|toc)$|^\[\[?_?toc_?\]?\]$|^(?:import|export)\s.*(?:from\s+["'].*["'];?|=.*)$/i;
const DOWNLOAD =
  /^\[(?:(?:download|audio|video|transcript|slides|notes|pdf|txt|epub|mobi|mp3|mp4|zip|html)[ ()-]{0,4}){1,4}\]\([^()\s]{1,300}\)$/i;
/** So long a line was not wrapped, and the break before it is meant. */
const LINE_OF_TEXT = /^\n\p{Lu}[^\n]{120}/u;
const FOOTNOTE = /^\[\^[^\]\s]{1,60}\]:[ \t]*/;

/** Markdown (GFM) as blocks; template tags and comments gone, HTML read as HTML. */
export function markdownToBlocks(markdown: string, maxDepth: number): MarkdownContent {
  const tokens = lexMarkdown(expandCallouts(dropSlideDirectives(dropTemplateTags(markdown))));
  if (tokens === undefined) {
    return { blocks: textToBlocks(markdown), warnings: ['Markdown nests too deep and was read as plain text'] };
  }
  dropRepeatedPictures(tokens);
  const sink = new BlockSink();
  addBlocks(sink, tokens, maxDepth);
  return { blocks: sink.blocks, warnings: [] };
}

function addBlocks(sink: BlockSink, tokens: readonly Token[], maxDepth: number): void {
  for (const token of joinHtml(tokens)) {
    switch (token.type) {
      case 'heading':
        addInline(sink, (token as Tokens.Heading).tokens);
        sink.endParagraph({ headingLevel: (token as Tokens.Heading).depth });
        break;
      case 'paragraph':
      case 'text':
        addParagraph(sink, token as Tokens.Paragraph);
        break;
      case 'list':
        addList(sink, token as Tokens.List, maxDepth);
        break;
      case 'blockquote':
        addBlocks(sink, (token as Tokens.Blockquote).tokens, maxDepth);
        break;
      case 'code':
        addCode(sink, token as Tokens.Code);
        break;
      case 'table':
        addTable(sink, token as Tokens.Table);
        break;
      case 'html':
        addHtml(sink, token.raw, maxDepth);
        break;
      default:
    }
  }
}

/** HTML blocks end at blank lines, HTML elements do not: neighbours are read together. */
function joinHtml(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  let html: string[] = [];
  for (const token of tokens) {
    if (token.type === 'html' || (token.type === 'space' && html.length > 0)) {
      html.push(token.raw);
      continue;
    }
    if (html.length > 0) joined.push({ type: 'html', raw: html.join('') });
    html = [];
    joined.push(token);
  }
  if (html.length > 0) joined.push({ type: 'html', raw: html.join('') });
  return joined;
}

function addParagraph(sink: BlockSink, paragraph: Tokens.Paragraph): void {
  const { tokens = [], raw } = paragraph;
  if (DIRECTIVE.test(raw.trim())) return;
  if (isLabelled(tokens) && !sink.isInList) {
    addInline(sink, tokens.slice(0, 1));
    sink.endParagraph({ kind: 'label' });
    addInline(sink, tokens.slice(1));
  } else addInline(sink, tokens);
  if (isBadges(tokens) || isLinkRow(tokens)) sink.endParagraph({ role: 'navigation' });
  else if (FOOTNOTE.test(raw)) sink.endParagraph({ role: 'references' });
  else if (isBoldTitle(tokens) && !sink.isInList) sink.endParagraph({ headingLevel: sink.headingLevel + 1 });
  else sink.endParagraph();
}

/** A link alone on its line, above one long line of text: what that text is about. */
function isLabelled([link, text]: readonly Token[]): boolean {
  return link?.type === 'link' && text?.type === 'text' && LINE_OF_TEXT.test(text.raw);
}

/** A line of nothing but bold words is a heading whose author wanted a smaller one. */
function isBoldTitle(tokens: readonly Token[]): boolean {
  const [only, ...others] = tokens.filter((token) => token.raw.trim() !== '');
  if (only?.type !== 'strong' || others.length > 0) return false;
  const { text } = only as Tokens.Strong;
  return text.length <= LONGEST_BOLD_TITLE && !/[.,;:!]$/.test(text) && !text.includes('\n');
}

/** Several links side by side and nothing else: a way through the site. */
function isLinkRow(tokens: readonly Token[]): boolean {
  const parts = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.raw));
  return parts.length > 1 && parts.every((token) => token.type === 'link');
}

/** Whether there is nothing but badges, with or without links around them. */
function isBadges(tokens: readonly Token[]): boolean {
  const images = tokens.flatMap((token) => (token.type === 'link' ? ((token as Tokens.Link).tokens ?? []) : [token]));
  const others = images.filter((token) => token.type !== 'image' && token.type !== 'br' && token.raw.trim() !== '');
  const badges = images.filter((token) => token.type === 'image' && BADGE.test((token as Tokens.Image).href));
  return badges.length > 0 && others.length === 0;
}

function addList(sink: BlockSink, list: Tokens.List, maxDepth: number): void {
  const [only] = list.items;
  if (list.items.length === 1 && only !== undefined && /^toc$/i.test(only.text.trim())) return;
  sink.endParagraph();
  sink.openList(list.ordered, list.start === '' ? 1 : list.start);
  for (const item of list.items) {
    sink.openItem();
    addBlocks(sink, item.tokens, maxDepth);
    sink.endParagraph();
    sink.closeItem();
  }
  sink.closeList(isDownloads(list) ? () => 'navigation' : roleOfLinks);
}

/** Links to one thing in its several forms: "audio", "video", "transcript - pdf". */
function isDownloads(list: Tokens.List): boolean {
  return list.items.length > 1 && list.items.every(({ text }) => DOWNLOAD.test(text.trim()));
}

/** A list of nothing but links into the page or its neighbours is a table of contents. */
function roleOfLinks(links: ListLinks): 'table-of-contents' | undefined {
  const isContents = links.items >= FEWEST_CONTENTS_ITEMS && links.share >= MOSTLY_LINKS && links.areFragments;
  return isContents ? 'table-of-contents' : undefined;
}

function addCode(sink: BlockSink, code: Tokens.Code): void {
  sink.endParagraph();
  const language = /[\w+#-]+/.exec(code.lang ?? '')?.[0];
  sink.emit({
    kind: 'code',
    ...(language === undefined ? {} : { language }),
    text: shownCode(withoutColours(code.text), language),
  });
}

/** Colours of a terminal, put into its output for the page; code about HTML has no such elements in pairs on a line. */
function withoutColours(code: string): string {
  return code.replace(/<(font|span) (?:color|style)="[^"<>\n]{0,200}">([^<>\n]{0,500})<\/\1>/g, '$2');
}

function addTable(sink: BlockSink, table: Tokens.Table): void {
  sink.endParagraph();
  const rows = [table.header, ...table.rows].map((row) => row.map((cell) => withBothTicks(cellText(cell))));
  const role = isLinkTable(table) ? 'navigation' : undefined;
  if (isSplitTitle(rows[0] ?? [])) {
    sink.emit({ kind: 'figure', text: (rows[0] ?? []).join(' ') }, role);
    sink.emit({ kind: 'table', headerRows: 0, rows: rows.slice(1) }, role);
  } else sink.emit({ kind: 'table', headerRows: 1, rows }, role);
}

/** A header such as "Brewing | (by hand)" is a title over two columns that have no names. */
function isSplitTitle(header: readonly string[]): boolean {
  return header.length === 2 && header[0] !== '' && /^\([^()]+\)$/.test(header[1] ?? '');
}

/** A cell of code that lacks the tick at one of its ends. */
function withBothTicks(cell: string): string {
  const at = cell.indexOf('`');
  if (at < 0 || at !== cell.lastIndexOf('`') || cell.length < 2) return cell;
  if (at === 0) return `${cell}\``;
  return at === cell.length - 1 ? `\`${cell}` : cell;
}

/** A table that says nothing of its things but where to go for them. */
function isLinkTable({ rows }: Tokens.Table): boolean {
  const cells = rows.flatMap((row) => row.slice(1)).filter(({ tokens }) => tokens.length > 0);
  return (
    rows.length > 1 &&
    cells.length > 1 &&
    cells.every(({ tokens }) => tokens.length === 1 && tokens[0]?.type === 'link')
  );
}

function cellText(cell: Tokens.TableCell): string {
  const sink = new BlockSink();
  addInline(sink, cell.tokens.flatMap(itemAsLine));
  sink.endParagraph();
  return sink.blocks.map((block) => ('text' in block ? block.text : '')).join(HARD_BREAK);
}

/** An item of a list, which only HTML can put into a cell, as a line with a bullet. */
function itemAsLine(token: Token): readonly Token[] {
  if (token.type !== 'html' || !/^<li\b/i.test(token.raw)) return [token];
  return [
    { type: 'br', raw: token.raw },
    { type: 'text', raw: '• ', text: '• ' },
  ];
}

function addHtml(sink: BlockSink, html: string, maxDepth: number): void {
  sink.endParagraph();
  sink.append(parseHtml(html, { trust: 'elements', maxDepth }).blocks);
}

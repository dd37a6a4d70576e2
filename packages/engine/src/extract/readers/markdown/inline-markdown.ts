import type { Token, Tokens } from 'marked';
import type { BlockSink, InlineMark } from '../html/block-sink.ts';
import { codeSpan, superscript } from '../html/inline-text.ts';
import { decodeEntities } from './decode-entities.ts';
import { placeholderTest } from './placeholders.ts';

/** What opens the text of a GitHub alert or of a footnote. */
const OPENING = /^\[!(?:note|tip|important|warning|caution|info)\][-+]?[ \t]*\n?|^\[\^[^\]\s]{1,60}\]:[ \t]*/i;
/** Ids and classes after a heading or word: `{#install}`, `{ #install }`, `{.wide}`. */
const ATTRIBUTES = /[ \t]?\{ ?[#.]{1,2}[\w-][^{}\n]{0,100}\}/g;
const FOOTNOTE_REFERENCE = / ?\[\^[^\]\s]{1,60}\]/g;
const WIKI_LINK = /\[\[(?:[^\][|\n]{1,200}\|)?([^\][|\n]{1,200})\]\]/g;
/** A reference link whose target is nowhere in the document. */
const LOOSE_REFERENCE = /\[([^\][\n]{1,200})\]\[[^\][\n]{0,100}\]/g;
/** A link whose target is none, such as the name of a page. */
const LOOSE_LINK = /(?<![\w!\])])\[([^\][\n]{1,200})\]\([^()\n]{0,200}\)/g;
/** A reference link by its text alone, whose target is nowhere: `[PEP 8]`, `[Django]'s`. */
const LOOSE_NAME =
  /(?<![\p{L}\p{N}\])!\\])\[(\p{Lu}[\p{L}\p{N}.+-]*(?: (?:\p{Lu}|\d)[\p{L}\p{N}.+-]*){1,4}|\p{Lu}[\p{L}\p{N}.+-]+(?=\]['’]s\b))\](?![([:\p{L}\p{N}])/gu;
/** Notes within the line, pictures by name and comments of MDX: what a page shows elsewhere or not at all. */
const UNSEEN = /\^\[[^\][\n]{1,300}\]|!\[\[[^\]\n]{1,200}\]\]|\{\/\*[^{}]{0,500}\*\/\}|\$\$\$[\w.-]{1,100}\$\$\$ ?/g;
/** An emoji by its name before or after a text; within one it may be what the text is about. */
const OUTER_EMOJI = /^\s*:[a-z][a-z0-9_+-]{1,30}:(?=\s)|(?<=\s):[a-z][a-z0-9_+-]{1,30}:(?=[.!]?\s*$)/g;
const MARKED = /(?<![=\w])==(?=\S)(?<text>[^=\n]{1,200})(?<=\S)==(?![=\w])/g;
/** A hyphen before a line end is the author's own: nothing hyphenates Markdown. */
const HYPHEN_AT_LINE_END = /(\p{L}-)\n[ \t]*(?=\p{L})/gu;
/** A link to another site by the title of its page, with the name of the site behind a bar. */
const PAGE_TITLE = /^\[[^\][\n]{2,100} \\?\| [^\][\n]{2,100}\]\(https?:/;
/** A link into this page or to another of the same site. */
const LOCAL_TARGET = /^#|^\/(?!\/)|^(?![a-z][a-z+.-]*:|\/\/)[^#]{1,300}\.(?:md|mdx|html?)(?:#.*)?$/i;

/** Inline HTML whose text changes with it; other tags only go. */
const REWORKED_TAGS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['code', codeSpan],
  ['kbd', codeSpan],
  ['samp', codeSpan],
  ['tt', codeSpan],
  ['sup', (text) => superscript(text, false)],
  ['del', () => ''],
  ['s', () => ''],
  ['strike', () => ''],
]);

/** Elements of HTML that begin or end a line. */
const LINE_TAGS = /^(?:li|p|div|ul|ol|tr|hr|dt|dd)$/;

interface OpenTag {
  readonly name: string;
  readonly mark: InlineMark;
}

/** Adds inline tokens to a sink: emphasis and links as their text, images apart, code in backticks. */
export function addInline(sink: BlockSink, tokens: readonly Token[], isLink = false): void {
  const openTags: OpenTag[] = [];
  const isPlaceholder = placeholderTest(tokens);
  for (const [index, token] of withoutPageTitles(tokens).entries()) {
    switch (token.type) {
      case 'codespan':
        sink.addText(codeSpan((token as Tokens.Codespan).text), { isLink });
        break;
      case 'br':
        sink.addHardBreak();
        break;
      case 'image':
        addImage(sink, (token as Tokens.Image).text);
        break;
      case 'link':
        if (!isIssueAtEnd(tokens, index)) addLink(sink, token as Tokens.Link);
        break;
      case 'html':
        if (isPlaceholder(token.raw)) sink.addText(token.raw, { isLink });
        else addTag(sink, token.raw, openTags);
        break;
      case 'del':
      case 'checkbox':
        break;
      default:
        addTextual(sink, token, isLink);
    }
  }
}

/** "Postman ([Postman | Sign up](…))": the title of a page behind the name that it is about. */
function withoutPageTitles(tokens: readonly Token[]): readonly Token[] {
  const titles = new Set(tokens.keys().filter((index) => isPageTitle(tokens, index)));
  if (titles.size === 0) return tokens;
  return tokens.map((token, index) => {
    if (titles.has(index)) return { type: 'text', raw: '', text: '' };
    const start = titles.has(index - 1) ? 1 : 0;
    const text = token.raw.slice(start, titles.has(index + 1) ? -2 : undefined);
    return text === token.raw ? token : { ...token, raw: text, text };
  });
}

function isPageTitle(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.type !== 'link' || before?.type !== 'text' || after?.type !== 'text') return false;
  return PAGE_TITLE.test(token.raw) && before.raw.endsWith(' (') && after.raw.startsWith(')');
}

function addTextual(sink: BlockSink, token: Token, isLink: boolean): void {
  const nested = (token as Tokens.Generic).tokens;
  if (nested !== undefined) {
    addInline(sink, nested, isLink);
    return;
  }
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  sink.addText(cleanMarkup(decodeEntities(text)), { isLink });
}

function cleanMarkup(text: string): string {
  const joined = text.includes('-\n') ? text.replace(HYPHEN_AT_LINE_END, '$1') : text;
  const shown = joined.replace(UNSEEN, '').replace(OUTER_EMOJI, '').replace(MARKED, '$<text>');
  const plain = shown.includes('{') ? shown.replace(ATTRIBUTES, '') : shown;
  if (!plain.includes('[')) return plain;
  return plain
    .replace(OPENING, '')
    .replace(FOOTNOTE_REFERENCE, '')
    .replace(WIKI_LINK, '$1')
    .replace(LOOSE_REFERENCE, '$1')
    .replace(LOOSE_LINK, '$1')
    .replace(LOOSE_NAME, '$1');
}

/** The number of the issue or change a text came from, behind its last sentence. */
function isIssueAtEnd(tokens: readonly Token[], index: number): boolean {
  const { text, href } = tokens[index] as Tokens.Link;
  if (!/^#\d{1,6}$/.test(text) || !/\/(?:pull|issues)\/\d+/.test(href)) return false;
  const isLast = tokens.slice(index + 1).every(({ raw }) => raw.trim() === '');
  return isLast && /[.!?)]\s*$/.test(tokens[index - 1]?.raw.slice(-9) ?? '');
}

function addImage(sink: BlockSink, text: string): void {
  if (text.trim() !== '') sink.addImage(decodeEntities(text));
}

function addLink(sink: BlockSink, link: Tokens.Link): void {
  if (link.raw.startsWith('[^')) return;
  if (LOCAL_TARGET.test(link.href)) sink.noteFragmentLink();
  addInline(sink, link.tokens, true);
}

function addTag(sink: BlockSink, tag: string, openTags: OpenTag[]): void {
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag)?.map((part) => part.toLowerCase()) ?? [];
  if (name === undefined) return;
  if (name === 'br' || LINE_TAGS.test(name)) sink.addHardBreak();
  else if (name === 'img') addImage(sink, /\salt\s*=\s*["']([^"']{1,500})["']/i.exec(tag)?.[1] ?? '');
  else if (slash === '') openTags.push({ name, mark: sink.mark() });
  else closeTag(sink, name, openTags);
}

function closeTag(sink: BlockSink, name: string, openTags: OpenTag[]): void {
  const index = openTags.findLastIndex((tag) => tag.name === name);
  const tag = openTags[index];
  if (tag === undefined) return;
  openTags.length = index;
  const change = REWORKED_TAGS.get(name);
  if (change !== undefined) sink.rework(tag.mark, change);
}

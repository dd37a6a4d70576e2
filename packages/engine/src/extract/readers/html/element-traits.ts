import type { BlockRole } from '@dsgen/core';

export type Attributes = Readonly<Record<string, string>>;

/** What an element's name and attributes say about everything inside it. */
export interface ElementTraits {
  /** Nobody sees it: scripts, `display:none`, white on white. */
  readonly isHidden: boolean;
  readonly role?: BlockRole;
  /** Background colour as six hex digits where the element sets one; `other` when it is no plain colour. */
  readonly background?: string;
}

/** How far class and id names are believed. `elements` trusts only what HTML itself says. */
export type RoleTrust = 'classes' | 'elements' | 'none';

export interface TraitContext {
  readonly trust: RoleTrust;
  /** Nearest background of the elements around, or undefined. */
  readonly background: string | undefined;
  /** Whether an `article`, `main` or `section` is open: its header and footer belong to the content. */
  readonly isInSection: boolean;
}

const NEVER_TEXT = new Set([
  'audio',
  'button',
  'canvas',
  'datalist',
  'embed',
  'iframe',
  'input',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'optgroup',
  'option',
  'progress',
  'rp',
  'rt',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
  'del',
  's',
  'strike',
]);

/** Elements that frame the whole page: a class such as `has-sidebar` on them says nothing about their text. */
const PAGE_FRAMES = new Set(['html', 'body', 'main', 'article']);
/** Elements that hold text of their own and no parts of a page. */
const TEXT_ELEMENTS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'table', 'pre', 'code']);

const NAVIGATION_CLASS =
  /^(?:(?:site|page|main|global|top|bottom|sub|skip|left|right|side|primary|secondary|mobile|header|footer|doc|docs)[-_]?)?(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|pagination|pager|skip-?links?|social(?:-links)?)(?:[-_](?:list|menu|container|wrapper|bar|links?|items?))?$|^(?:navbox|catlinks|mw-jump-link|jump-to-nav|prev-?next|share-buttons|related-posts|headerlink|nav(?:header|footer|panel|path|list|bar|row\d)|nav-(?:panel|path)|tablist|titlearea|cross-?links|link-?trail|trails?|(?:top|bottom)-?lang|org-div-home-and-up)$/;
/** Classes of such tables; most tables are content, whatever they are called. */
const NAVIGATION_TABLE = /^(?:navigation|menu|navbar|navheader|navfooter|header|head|foot)$/;
const CONTENTS_CLASS =
  /^(?:toc|table-of-contents|page-toc|toctree-wrapper|tocbody|(?:mini|section|local|short|detailed)-?toc|shortcontents)$/;
const REFERENCES_CLASS =
  /^(?:references|reflist|bibliography|footnotes?|footnotes-segment|footnote-list|footdef|endnotes|citations|msofootnotetext)$/;
const COOKIE_CLASS =
  /^(?:cookie|cookies|gdpr|consent|onetrust|cookiebot|cookieconsent|cc-(?:banner|window))(?:[-_].*)?$|[-_](?:cookie|cookies|gdpr)(?:[-_].*)?$/;
const FOOTER_CLASS =
  /^(?:(?:site|page|main|global|doc|theme-doc)[-_]?footer|footer|copyright|colophon|printfooter|postamble|legalnotice|authorgroup|revhistory|page-?meta|article-meta|feedback(?:--.+)?|last-?(?:updated|modified|edited)|edit-(?:page|link)|sitesub)$/;
/** What a paragraph is called that says who wrote a page, and when. */
const IMPRINT_CLASS = /^(?:authors?|byline|date|pubdate|copyright|releaseinfo|revnumber|reading-time)$/;
const UNSEEN_CLASS =
  /^(?:sr-only|visually-?hidden|screen-reader-text|hidden|d-none|mw-editsection|noprint|lineno|linenos|line-numbers?|gutter|hljs-ln-numbers|viewcode-link|conum)$/;

const ROLE_BY_ARIA: Readonly<Record<string, BlockRole>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  tablist: 'navigation',
  toolbar: 'navigation',
  search: 'navigation',
  contentinfo: 'page-footer',
  'doc-toc': 'table-of-contents',
  'doc-bibliography': 'references',
  'doc-endnotes': 'references',
  'doc-footnote': 'references',
};

/** Judges one element by itself; what its ancestors say is the caller's business. */
export function traitsOf(name: string, attributes: Attributes, context: TraitContext): ElementTraits {
  const style = parseStyle(attributes['style']);
  const background = normaliseColour(style.get('background-color') ?? style.get('background') ?? attributes['bgcolor']);
  const isHidden =
    NEVER_TEXT.has(name) ||
    isHiddenByAttribute(name, attributes) ||
    isHiddenByStyle(style, background ?? context.background);
  const role = context.trust === 'none' ? undefined : roleOf(name, attributes, context);
  return { isHidden, ...(role === undefined ? {} : { role }), ...(background === undefined ? {} : { background }) };
}

function isHiddenByAttribute(name: string, attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true' && name !== 'body') return true;
  const tokens = classTokens(attributes);
  // A note within the line, or the mark of one; as a block it is marked with its role.
  if (name === 'span' && tokens.includes('footnote')) return true;
  return !PAGE_FRAMES.has(name) && tokens.some((token) => UNSEEN_CLASS.test(token));
}

function isHiddenByStyle(style: ReadonlyMap<string, string>, background: string | undefined): boolean {
  if (style.size === 0) return false;
  if (style.get('display') === 'none' || /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return true;
  if (/^0(?:\.0*)?(?:$|px|pt|em|rem|%)/.test(style.get('opacity') ?? '')) return true;
  if (/^0(?:\.\d*)?(?:px|pt|em|rem|%)?$/.test(style.get('font-size') ?? '')) return true;
  const colour = normaliseColour(style.get('color'));
  return colour !== undefined && colour !== 'other' && colour === (background ?? 'ffffff');
}

function roleOf(name: string, attributes: Attributes, context: TraitContext): BlockRole | undefined {
  const aria = attributes['role']?.toLowerCase() ?? '';
  if (Object.hasOwn(ROLE_BY_ARIA, aria)) return ROLE_BY_ARIA[aria];
  const tokens = classTokens(attributes);
  const byClass = context.trust === 'classes' && !PAGE_FRAMES.has(name) ? roleOfNamed(name, tokens) : undefined;
  if (byClass !== undefined) return byClass;
  if (name === 'address') return 'page-footer';
  if (name === 'nav') return tokens.some((token) => /toc|contents/.test(token)) ? 'table-of-contents' : 'navigation';
  return name === 'footer' && !context.isInSection ? 'page-footer' : undefined;
}

function roleOfNamed(name: string, tokens: readonly string[]): BlockRole | undefined {
  if (!TEXT_ELEMENTS.has(name)) return roleOfClass(tokens);
  if (tokens.some((token) => REFERENCES_CLASS.test(token))) return 'references';
  if (name === 'table') return tokens.some((token) => NAVIGATION_TABLE.test(token)) ? 'navigation' : undefined;
  return name === 'p' && tokens.some((token) => IMPRINT_CLASS.test(token)) ? 'page-footer' : undefined;
}

function roleOfClass(tokens: readonly string[]): BlockRole | undefined {
  for (const token of tokens) {
    if (COOKIE_CLASS.test(token)) return 'cookie-banner';
    if (CONTENTS_CLASS.test(token)) return 'table-of-contents';
    if (NAVIGATION_CLASS.test(token)) return 'navigation';
    if (REFERENCES_CLASS.test(token)) return 'references';
    if (FOOTER_CLASS.test(token)) return 'page-footer';
  }
  return undefined;
}

/** Lower-cased class names and the id. */
function classTokens(attributes: Attributes): readonly string[] {
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.toLowerCase();
  return names === ' ' ? [] : names.slice(0, 1000).split(/\s+/).filter(Boolean);
}

function parseStyle(style: string | undefined): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of style?.slice(0, 5000).toLowerCase().split(';') ?? []) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace('!important', '');
    declarations.set(declaration.slice(0, colon).trim(), value.trim());
  }
  return declarations;
}

/** Six hex digits for the spellings of a plain colour; `other` for anything that needs a browser to tell. */
function normaliseColour(colour: string | undefined): string | undefined {
  if (colour === undefined || /^(?:transparent|inherit|initial|none|unset)?$/.test(colour.trim())) return undefined;
  const text = colour.trim().toLowerCase();
  if (text === 'white') return 'ffffff';
  if (text === 'black') return '000000';
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex !== undefined) return hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*1\s*)?\)$/.exec(text);
  if (rgb === null) return 'other';
  return rgb
    .slice(1, 4)
    .map((channel) => Math.min(255, Number(channel)).toString(16).padStart(2, '0'))
    .join('');
}

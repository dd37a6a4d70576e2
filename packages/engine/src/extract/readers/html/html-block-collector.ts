import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';
import type { BlockSink, ListLinks } from './block-sink.ts';
import { codeLanguage } from './code-language.ts';
import { aliasOf, CALLOUT_LABEL } from './element-alias.ts';
import { traitsOf, type Attributes, type RoleTrust } from './element-traits.ts';
import { codeSpan, superscript } from './inline-text.ts';
import { ROOT, type Frame } from './frame.ts';
import { withoutNoteReference } from './note-references.ts';
import { TableStack } from './table-stack.ts';

interface OpenCode {
  /** Number of frames below the `pre`. */
  readonly depth: number;
  language: string | undefined;
  readonly parts: string[];
}

const FEWEST_NAVIGATION_ITEMS = 3;
const MOSTLY_LINKS = 0.8;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data dfn em font i img ins kbd label mark math nobr output q ruby samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const SECTIONS = new Set(['article', 'main', 'section', 'blockquote']);
const FRINGES = new Set(['header', 'footer', 'aside']);
const HEADING = /^h([1-6])$/;
/** What a link to its own heading shows. */
const ANCHOR_SIGN = /^(?:[\s¶#§🔗↩^]|\ufe0e|\ufe0f)*$/u;

/** Turns parser events into blocks. Never recurses: depth costs one frame. */
export class HtmlBlockCollector {
  readonly #trust: RoleTrust;
  readonly #frames: Frame[] = [];
  readonly #tables = new TableStack();
  #hiddenDepth = 0;
  #linkDepth = 0;
  #links = 0;
  #code: OpenCode | undefined;
  #titleParts: string[] | undefined;
  #mainStart: number | undefined;
  /** Where the main content lies among `blocks`, when the page says so. */
  readonly mainRanges: Array<readonly [start: number, end: number]> = [];
  title: string | undefined;
  declaredLanguage: string | undefined;

  constructor(trust: RoleTrust) {
    this.#trust = trust;
  }

  /** All blocks, once the parser has ended. */
  finish(): readonly RawBlock[] {
    this.endParagraph();
    return this.#tables.root.blocks;
  }

  endParagraph(): void {
    this.#sink.endParagraph({ role: this.#frame.role });
  }

  text(data: string): void {
    if (this.#titleParts !== undefined) this.#titleParts.push(data);
    else if (this.#hiddenDepth > 0) return;
    else if (this.#code !== undefined) this.#code.parts.push(data);
    else this.#sink.addText(data.replace(/\s+/g, ' '), { isLink: this.#linkDepth > 0 });
  }

  open(name: string, attributes: Attributes): void {
    if (VOID.has(name)) {
      if (this.#hiddenDepth === 0) this.#openVoid(name, attributes);
      return;
    }
    const frame = this.#createFrame(name, attributes);
    if (this.#hiddenDepth > 0 || frame.isHidden) this.#hiddenDepth += 1;
    else if (this.#code !== undefined) this.#code.language ??= codeLanguage([attributes]);
    else this.#openVisible(frame);
    this.#frames.push(frame);
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (this.#hiddenDepth > 0) {
      this.#hiddenDepth -= 1;
      this.#frames.pop();
      return;
    }
    if (this.#code !== undefined && this.#frames.length > this.#code.depth + 1) this.#closeInsideCode(name);
    else this.#closeVisible(frame);
    this.#frames.pop();
  }

  get #sink(): BlockSink {
    return this.#tables.sink;
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? ROOT;
  }

  #createFrame(name: string, attributes: Attributes): Frame {
    const parent = this.#frame;
    if (this.#hiddenDepth > 0) return { ...parent, name };
    const traits = traitsOf(name, attributes, {
      trust: this.#trust,
      background: parent.background,
      isInSection: parent.isInSection,
    });
    const alias =
      this.#trust === 'none' ? { name, isCallout: false, isInCallout: false } : aliasOf(name, attributes, parent);
    return {
      ...alias,
      attributes,
      isHidden: traits.isHidden,
      role: parent.role ?? (INLINE.has(name) ? undefined : traits.role),
      background: traits.background ?? parent.background,
      isInSection: parent.isInSection || SECTIONS.has(name),
      isInFringe: parent.isInFringe || FRINGES.has(name),
      links: this.#links,
      mark: this.#sink.mark(),
    };
  }

  #openVoid(name: string, attributes: Attributes): void {
    if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-language') {
      this.declaredLanguage ??= attributes['content'];
    } else if (name === 'br') {
      if (this.#code === undefined) this.#sink.addHardBreak();
      else this.#code.parts.push('\n');
    } else if (name === 'img' && this.#code === undefined) {
      const text = attributes['alt'] ?? '';
      if (text.trim() !== '' && !/\.(?:png|jpe?g|gif|svg|webp)$/i.test(text)) this.#sink.addImage(text);
    } else if (name === 'hr') {
      this.endParagraph();
    }
  }

  #openVisible({ name, attributes }: Frame): void {
    if (!INLINE.has(name)) this.endParagraph();
    switch (name) {
      case 'html':
        this.declaredLanguage ??= attributes['lang'] ?? attributes['xml:lang'];
        break;
      case 'title':
        if (this.title === undefined) this.#titleParts = [];
        break;
      case 'main':
        if (this.#tables.isAtRoot) this.#mainStart ??= this.#tables.root.blocks.length;
        break;
      case 'a':
        this.#linkDepth += 1;
        this.#links += 1;
        if (attributes['href'] !== undefined) this.#sink.noteLink();
        if (attributes['href']?.startsWith('#') === true) this.#sink.noteFragmentLink();
        break;
      case 'q':
        this.#sink.addText('“');
        break;
      case 'pre':
        this.#code = { depth: this.#frames.length, language: this.#languageAround(attributes), parts: [] };
        break;
      default:
        this.#openStructure(name, attributes);
    }
  }

  #languageAround(attributes: Attributes): string | undefined {
    const around = this.#frames.slice(-2).toReversed();
    return codeLanguage([attributes, ...around.map((frame) => frame.attributes)]);
  }

  #openStructure(name: string, attributes: Attributes): void {
    switch (name) {
      case 'ul':
      case 'menu':
      case 'dl':
        this.#sink.openList(false, 1);
        break;
      case 'ol':
        this.#sink.openList(true, Number.parseInt(attributes['start'] ?? '1', 10) || 1);
        break;
      case 'li':
      case 'dt':
        this.#sink.openItem();
        break;
      case 'dd':
        this.#sink.openList(false, 1);
        this.#sink.openItem();
        break;
      default:
        // The callout's own table only puts a picture beside its text.
        this.#tables.open(name, attributes, { isLayout: this.#frame.isCallout });
    }
  }

  /** Elements inside `pre` only matter where they end a line. */
  #closeInsideCode(name: string): void {
    const parts = this.#code?.parts;
    if (INLINE.has(name) || parts === undefined || parts.at(-1)?.endsWith('\n') === true) return;
    parts.push('\n');
  }

  #closeVisible(frame: Frame): void {
    const { name } = frame;
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.#sink.endParagraph({ headingLevel: Number(level), role: frame.role });
    else if (name === CALLOUT_LABEL) this.#sink.endParagraph({ kind: 'label', role: frame.role });
    else if (name === 'figcaption') this.#sink.endParagraph({ kind: 'figure', role: frame.role });
    else if (!INLINE.has(name)) this.endParagraph();
    switch (name) {
      case 'title':
        this.title ??= this.#titleParts?.join('');
        this.#titleParts = undefined;
        break;
      case 'main':
        if (this.#tables.isAtRoot && this.#mainStart !== undefined) this.#closeMain(this.#mainStart);
        break;
      case 'a':
        this.#linkDepth -= 1;
        this.#sink.rework(frame.mark, (text) => linkText(text, frame.attributes));
        break;
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt':
        this.#sink.rework(frame.mark, codeSpan);
        break;
      case 'sup':
        this.#sink.rework(frame.mark, (text) => superscript(text, this.#links > frame.links));
        break;
      case 'q':
        this.#sink.addText('”');
        break;
      case 'pre':
        this.#closeCode(frame.role);
        break;
      default:
        this.#closeStructure(frame);
    }
  }

  #closeMain(start: number): void {
    this.mainRanges.push([start, this.#tables.root.blocks.length]);
    this.#mainStart = undefined;
  }

  #closeCode(role: BlockRole | undefined): void {
    const code = this.#code;
    this.#code = undefined;
    if (code === undefined) return;
    const text = code.parts.join('');
    if (text.trim() === '') return;
    this.#sink.emit({ kind: 'code', ...(code.language === undefined ? {} : { language: code.language }), text }, role);
  }

  #closeStructure({ name, attributes, role }: Frame): void {
    switch (name) {
      case 'li':
      case 'dt':
        this.#sink.closeItem();
        break;
      case 'dd':
        this.#sink.closeItem();
        this.#closeList();
        break;
      case 'ul':
      case 'menu':
      case 'dl':
      case 'ol':
        this.#closeList();
        break;
      default:
        this.#tables.close(name, attributes, role);
    }
  }

  #closeList(): void {
    this.#sink.closeList((links) => (this.#trust === 'none' ? undefined : this.#roleOfLinks(links)));
  }

  /** A list of nothing but links is a way to somewhere else: into the page, or around the site. */
  #roleOfLinks(links: ListLinks): BlockRole | undefined {
    if (links.items < FEWEST_NAVIGATION_ITEMS || links.share < MOSTLY_LINKS) return undefined;
    if (links.areFragments) return 'table-of-contents';
    return this.#frame.isInFringe ? 'navigation' : undefined;
  }
}

/** A link's text without what only leads to a note or to its own heading. */
function linkText(text: string, attributes: Attributes): string {
  const plain = withoutNoteReference(text, attributes);
  return plain !== '' && ANCHOR_SIGN.test(plain) ? ' ' : plain;
}

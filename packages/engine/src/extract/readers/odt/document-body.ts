import type { BlockRole } from '@dsgen/core';
import {
  childElements,
  childrenNamed,
  descendantAt,
  firstChild,
  integerAttribute,
  type XmlElement,
} from '../../xml/xml-element.ts';
import type { BlockWriter } from '../office/block-writer.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { readOdfInline, type OdfInline } from './inline-text.ts';
import type { OdfStyles } from './styles.ts';
import { odfCellText, readOdfTable } from './table.ts';

export interface OdfBodyOptions {
  readonly styles: OdfStyles;
  readonly writer: BlockWriter;
  readonly budget: TextBudget;
  /** Content of an object embedded in the document, by its reference. */
  readonly readObject: (reference: string) => XmlElement | undefined;
}

interface ListContext {
  readonly styleName: string | undefined;
  readonly key: string;
  readonly depth: number;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };
/** Deleted text, forms, declarations and comments are no content. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:forms',
  'office:annotation',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:hidden-paragraph',
  'presentation:notes',
  'svg:title',
  'svg:desc',
]);
const ROLES: ReadonlyMap<string, BlockRole> = new Map([
  ['text:table-of-content', 'table-of-contents'],
  ['text:alphabetical-index', 'table-of-contents'],
  ['text:table-index', 'table-of-contents'],
  ['text:illustration-index', 'table-of-contents'],
  ['text:object-index', 'table-of-contents'],
  ['text:user-index', 'table-of-contents'],
  ['text:bibliography', 'references'],
]);

/** Writes the block-level elements of OpenDocument text, wherever they stand. */
export class OdfBody {
  readonly #options: OdfBodyOptions;
  readonly #notes: XmlElement[] = [];
  /** Items written so far, by list, so that a list can go on where an earlier one stopped. */
  readonly #counts = new Map<string, number>();
  #listCount = 0;
  /** The first paragraph in the style `Title`. */
  title: string | undefined;

  constructor(options: OdfBodyOptions) {
    this.#options = options;
  }

  writeChildren(element: XmlElement): void {
    for (const child of childElements(element)) this.write(child);
  }

  write(element: XmlElement): void {
    if (SKIPPED.has(element.name)) return;
    const role = ROLES.get(element.name);
    if (role !== undefined) this.#writeIndex(element, role);
    else if (element.name === 'text:h' || element.name === 'text:p') this.#writeParagraph(element);
    else if (element.name === 'text:list') this.#writeTopList(element);
    else if (element.name === 'table:table') this.#writeTable(element);
    else if (element.name === 'draw:frame') this.#writeAttachments(readOdfInline(wrap(element), this.#options.styles));
    else if (element.name !== 'text:section' || !this.#isHiddenSection(element)) this.writeChildren(element);
  }

  /** Writes the foot- and endnotes met so far. */
  writeNotes(): void {
    // Notes may hold notes of their own, which follow.
    while (this.#notes.length > 0) {
      for (const note of this.#notes.splice(0)) this.writeChildren(note);
    }
  }

  #isHiddenSection(section: XmlElement): boolean {
    return (
      section.attributes['text:display'] === 'none' ||
      this.#options.styles.text(section.attributes['text:style-name']).isHidden
    );
  }

  #writeIndex(element: XmlElement, role: BlockRole): void {
    const { writer } = this.#options;
    const place = writer.place;
    writer.moveTo({ ...place, role });
    const body = firstChild(element, 'text:index-body');
    if (body !== undefined) this.writeChildren(body);
    writer.moveTo(place);
  }

  #writeParagraph(paragraph: XmlElement): void {
    const { styles, writer } = this.#options;
    const style = styles.text(paragraph.attributes['text:style-name']);
    if (style.isHidden) return;
    const content = readOdfInline(paragraph, styles);
    const level = paragraph.name === 'text:h' ? (outlineLevel(paragraph) ?? 1) : style.headingLevel;
    if (style.isTitle) {
      this.title ??= content.text.trim() === '' ? undefined : content.text.replace(/\s+/g, ' ').trim();
      writer.heading(1, content.text);
    } else if (level !== undefined) writer.heading(level, content.text);
    else if (style.isCode) writer.codeLine(content.text);
    else writer.paragraph(content.text);
    this.#writeAttachments(content);
  }

  #writeAttachments(content: OdfInline): void {
    for (const picture of content.pictures) this.#options.writer.figure(picture);
    for (const box of content.textBoxes) this.writeChildren(box);
    for (const table of content.tables) this.#writeTable(table);
    for (const reference of content.objects) this.#writeObject(reference);
    this.#notes.push(...content.notes);
  }

  /** A chart is written as its data. */
  #writeObject(reference: string): void {
    const content = this.#options.readObject(reference);
    const chart = descendantAt(content, 'office:body', 'office:chart', 'chart:chart');
    if (chart === undefined) return;
    const { styles, writer } = this.#options;
    writer.paragraph(odfCellText(firstChild(chart, 'chart:title') ?? NOTHING, styles));
    for (const table of childrenNamed(chart, 'table:table')) this.#writeTable(table);
  }

  #writeTopList(list: XmlElement): void {
    const styleName = list.attributes['text:style-name'];
    const continued = list.attributes['text:continue-list'];
    const isContinued = continued !== undefined || list.attributes['text:continue-numbering'] === 'true';
    const ownId = list.attributes['xml:id'];
    if (!isContinued) this.#listCount += 1;
    const key = continued ?? (isContinued ? `style/${styleName}` : (ownId ?? `list/${this.#listCount}`));
    if (!isContinued) this.#counts.set(`style/${styleName}`, 0);
    this.#writeList(list, { styleName, key, depth: 0 });
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(`style/${styleName}`, count);
    if (ownId !== undefined) this.#counts.set(ownId, count);
  }

  #writeList(list: XmlElement, context: ListContext): void {
    for (const item of childElements(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      const number = integerAttribute(item, 'text:start-value') ?? (this.#counts.get(context.key) ?? 0) + 1;
      const holdsText = this.#writeItem(item, context, number);
      if (context.depth === 0 && holdsText) this.#counts.set(context.key, number);
    }
  }

  /** The paragraphs of an item become one line; lists and tables in it follow. Headings may be numbered as items. */
  #writeItem(item: XmlElement, context: ListContext, number: number): boolean {
    const { styles, writer } = this.#options;
    const contents = childElements(item)
      .filter(({ name, attributes }) => name === 'text:p' && !styles.text(attributes['text:style-name']).isHidden)
      .map((paragraph) => readOdfInline(paragraph, styles));
    const text = contents.map((content) => content.text).join(' ');
    const ordered = styles.isOrdered(context.styleName, context.depth);
    writer.listItem({ text, depth: context.depth, ordered, number, listKey: context.key });
    for (const content of contents) this.#writeAttachments(content);
    for (const child of childElements(item)) {
      if (child.name === 'text:list') {
        const styleName = child.attributes['text:style-name'] ?? context.styleName;
        this.#writeList(child, { ...context, styleName, depth: context.depth + 1 });
      } else if (child.name !== 'text:p') this.write(child);
    }
    return text.trim() !== '';
  }

  #writeTable(table: XmlElement): void {
    const { styles, writer, budget } = this.#options;
    const { rows, headerRows, onlyCell } = readOdfTable(table, styles, budget);
    if (onlyCell !== undefined) this.writeChildren(onlyCell);
    else writer.table(rows, headerRows);
  }
}

/** Frames stand among paragraphs as well as within them; inline reading expects them inside something. */
function wrap(element: XmlElement): XmlElement {
  return { name: '', attributes: {}, children: [element] };
}

function outlineLevel(heading: XmlElement): number | undefined {
  return integerAttribute(heading, 'text:outline-level');
}

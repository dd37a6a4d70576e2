import { childElements, descendantAt, firstChild, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';
import type { BlockWriter } from '../office/block-writer.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { isPlaceholder, readInline, type InlineContent } from './inline-text.ts';
import type { Numbering } from './numbering.ts';
import {
  headingLevelOfOutline,
  isSwitchedOn,
  readNumberingReference,
  type ParagraphStyle,
  type StyleSheet,
} from './styles.ts';
import { readTable } from './table.ts';

export interface DocumentBodyOptions {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly writer: BlockWriter;
  readonly budget: TextBudget;
  /** Writes a chart or diagram by the element that refers to it. */
  readonly writeGraphic: (reference: XmlElement) => void;
}

/** What the body of a document, a note, a header or a text box is made of. */
const BLOCK_NAMES = new Set(['w:p', 'w:tbl', 'w:sdt', 'mc:AlternateContent']);
/** Longer "headings" by direct outline level are body text somebody gave a level for navigation. */
const LONGEST_OUTLINED_PARAGRAPH = 200;

export function isBlock(name: string): boolean {
  return BLOCK_NAMES.has(name);
}

/** Writes the block-level elements of WordprocessingML. */
export class DocumentBody {
  readonly #options: DocumentBodyOptions;
  /** The first paragraph in the style `Title`. */
  title: string | undefined;

  constructor(options: DocumentBodyOptions) {
    this.#options = options;
  }

  writeChildren(element: XmlElement): void {
    for (const child of childElements(element)) this.write(child);
  }

  write(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#writeParagraph(element);
        break;
      case 'w:tbl':
        this.#writeTable(element);
        break;
      case 'w:sdt':
        this.#writeContentControl(element);
        break;
      case 'mc:AlternateContent':
        this.writeChildren(firstChild(element, 'mc:Choice') ?? firstChild(element, 'mc:Fallback') ?? element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        break;
      default:
        this.writeChildren(element);
    }
  }

  #writeContentControl(element: XmlElement): void {
    if (isPlaceholder(element, this.#options.styles)) return;
    const content = firstChild(element, 'w:sdtContent');
    if (content === undefined) return;
    const gallery = descendantAt(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'];
    const role = gallery === undefined ? undefined : ROLE_BY_GALLERY.get(gallery);
    const { writer } = this.#options;
    if (role === undefined || writer.place.role !== undefined) {
      this.writeChildren(content);
      return;
    }
    writer.moveTo({ role });
    this.writeChildren(content);
    writer.moveTo({});
  }

  #writeParagraph(paragraph: XmlElement): void {
    const { styles, writer } = this.#options;
    const properties = firstChild(paragraph, 'w:pPr');
    const style = styles.paragraph(firstChild(properties, 'w:pStyle')?.attributes['w:val']);
    const content = readInline(paragraph, styles);
    const isHidden = style.isHidden && isSwitchedOn(descendantAt(properties, 'w:rPr', 'w:vanish')) !== false;
    if (content.text.trim() !== '' && !isHidden) this.#writeText(content.text, properties, style);
    else if (style.meaning === 'code') writer.codeLine('');
    this.#writeAttachments(content);
  }

  #writeText(text: string, properties: XmlElement | undefined, style: ParagraphStyle): void {
    const { writer } = this.#options;
    const level = headingLevel(text, properties, style);
    if (style.meaning === 'title') {
      this.title ??= text.replace(/\s+/g, ' ').trim();
      writer.heading(1, text);
    } else if (style.meaning === 'toc' || style.meaning === 'toc-heading') {
      this.#writeInRole('table-of-contents', text);
    } else if (style.meaning === 'bibliography') {
      this.#writeInRole('references', text);
    } else if (level !== undefined) {
      writer.heading(level, text);
    } else if (style.meaning === 'code') {
      writer.codeLine(text);
    } else if (!this.#writeListItem(text, properties, style)) {
      writer.paragraph(text);
    }
  }

  #writeInRole(role: 'table-of-contents' | 'references', text: string): void {
    const { writer } = this.#options;
    if (writer.place.role !== undefined) {
      writer.paragraph(text);
      return;
    }
    writer.moveTo({ role });
    writer.paragraph(text);
    writer.moveTo({});
  }

  #writeListItem(text: string, properties: XmlElement | undefined, style: ParagraphStyle): boolean {
    const { numbering, writer } = this.#options;
    const own = readNumberingReference(properties);
    const numberingId = own?.numberingId ?? style.numbering?.numberingId;
    const depth = own?.depth ?? style.numbering?.depth ?? 0;
    const item = numberingId === undefined ? undefined : numbering.next(numberingId, depth);
    if (item !== undefined) {
      writer.listItem({ text, depth, ...item });
      return true;
    }
    if (style.namedList === undefined || own?.numberingId === '0') return false;
    writer.listItem({ text, ...style.namedList, listKey: `style/${style.namedList.ordered}` });
    return true;
  }

  #writeAttachments({ pictures, textBoxes, graphics }: InlineContent): void {
    for (const picture of pictures) this.#options.writer.figure(picture);
    for (const textBox of textBoxes) this.writeChildren(textBox);
    for (const graphic of graphics) this.#options.writeGraphic(graphic);
  }

  /** A table of one cell is a frame around what it holds. */
  #writeTable(element: XmlElement): void {
    const { styles, writer, budget } = this.#options;
    const table = readTable(element, styles, budget);
    if (table.onlyCell !== undefined) this.writeChildren(table.onlyCell);
    else writer.table(table.rows, table.headerRows);
  }
}

const ROLE_BY_GALLERY: ReadonlyMap<string, 'table-of-contents' | 'references' | 'front-matter'> = new Map([
  ['Table of Contents', 'table-of-contents'],
  ['Bibliographies', 'references'],
  ['Cover Pages', 'front-matter'],
]);

function headingLevel(text: string, properties: XmlElement | undefined, style: ParagraphStyle): number | undefined {
  const ownOutline = firstChild(properties, 'w:outlineLvl');
  if (ownOutline === undefined || style.headingLevel !== undefined) return style.headingLevel;
  if (text.length > LONGEST_OUTLINED_PARAGRAPH) return undefined;
  return headingLevelOfOutline(integerAttribute(ownOutline, 'w:val'));
}

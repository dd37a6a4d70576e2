import { HARD_BREAK } from '../../raw-block.ts';
import { childElements, descendantsNamed, integerAttribute, textOf, type XmlElement } from '../../xml/xml-element.ts';
import { describedPicture } from '../office/picture-description.ts';
import type { OdfStyles } from './styles.ts';

/** A paragraph's text, and what hangs on it but is no part of its line. */
export interface OdfInline {
  readonly text: string;
  readonly textBoxes: readonly XmlElement[];
  readonly tables: readonly XmlElement[];
  readonly pictures: readonly string[];
  /** References to embedded objects, such as charts. */
  readonly objects: readonly string[];
  /** Bodies of foot- and endnotes. */
  readonly notes: readonly XmlElement[];
}

/** Comments, deleted or invisible text, and readings of characters. */
const SKIPPED = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:tracked-changes',
  'text:hidden-text',
  'text:ruby-text',
  'text:note-citation',
  'office:event-listeners',
  'text:script',
]);
const MAX_SPACES = 200;

/** Reads what a paragraph or heading shows. */
export function readOdfInline(paragraph: XmlElement, styles: OdfStyles): OdfInline {
  const collector = new InlineCollector(styles);
  collector.addChildren(paragraph);
  return collector;
}

class InlineCollector implements OdfInline {
  text = '';
  readonly textBoxes: XmlElement[] = [];
  readonly tables: XmlElement[] = [];
  readonly pictures: string[] = [];
  readonly objects: string[] = [];
  readonly notes: XmlElement[] = [];
  readonly #styles: OdfStyles;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  addChildren(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child !== 'string') this.#add(child);
      else this.text += child.replace(/\s+/g, ' ');
    }
  }

  #add(element: XmlElement): void {
    if (SKIPPED.has(element.name)) return;
    switch (element.name) {
      case 'text:s':
        this.text += ' '.repeat(Math.min(MAX_SPACES, Math.max(1, integerAttribute(element, 'text:c') ?? 1)));
        break;
      case 'text:tab':
        this.text += '\t';
        break;
      case 'text:line-break':
        this.text += HARD_BREAK;
        break;
      case 'text:span':
        if (!this.#styles.text(element.attributes['text:style-name']).isHidden) this.addChildren(element);
        break;
      case 'text:note':
        this.notes.push(...descendantsNamed(element, 'text:note-body'));
        break;
      case 'draw:text-box':
        this.textBoxes.push(element);
        break;
      case 'table:table':
        this.tables.push(element);
        break;
      case 'draw:frame':
        this.#addFrame(element);
        break;
      case 'svg:title':
      case 'svg:desc':
        break;
      default:
        this.addChildren(element);
    }
  }

  /** A frame gives its contents in several forms, best first. */
  #addFrame(frame: XmlElement): void {
    const [content] = childElements(frame);
    const description =
      descendantsNamed(frame, 'svg:desc').map(textOf)[0] ?? descendantsNamed(frame, 'svg:title').map(textOf)[0];
    if (content?.name === 'draw:image') this.pictures.push(...describedPicture(description));
    else if (content?.name === 'draw:object') this.objects.push(content.attributes['xlink:href'] ?? '');
    else if (content !== undefined) this.#add(content);
  }
}

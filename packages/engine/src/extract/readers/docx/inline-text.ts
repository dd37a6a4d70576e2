import { HARD_BREAK } from '../../raw-block.ts';
import {
  childElements,
  descendantAt,
  descendantsNamed,
  firstChild,
  textOf,
  type XmlElement,
} from '../../xml/xml-element.ts';
import { describedPicture } from '../office/picture-description.ts';
import { equationText } from '../office/math.ts';
import { isSwitchedOn, type StyleSheet } from './styles.ts';

/** A paragraph's text, and what hangs on it but is no part of its line. */
export interface InlineContent {
  readonly text: string;
  /** Text boxes (`w:txbxContent`) anchored in the paragraph. */
  readonly textBoxes: readonly XmlElement[];
  /** Descriptions of pictures, as their author wrote them. */
  readonly pictures: readonly string[];
  /** Relationship ids of charts and diagrams drawn here. */
  readonly graphics: readonly XmlElement[];
}

/** Deleted, moved away, or not for readers: field instructions, properties, ruby readings. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr', 'w:rt', 'w:fldData']);
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['F0E0', '→'],
  ['F0DF', '←'],
  ['F0FC', '✓'],
  ['F0FE', '☒'],
  ['F0A8', '☐'],
  ['F0B7', '•'],
  ['F0A7', '▪'],
  ['F0D8', '➢'],
]);

/** Reads what a paragraph shows. */
export function readInline(paragraph: XmlElement, styles: StyleSheet): InlineContent {
  const collector = new InlineCollector(styles);
  collector.addChildren(paragraph);
  return collector;
}

class InlineCollector implements InlineContent {
  text = '';
  readonly textBoxes: XmlElement[] = [];
  readonly pictures: string[] = [];
  readonly graphics: XmlElement[] = [];
  readonly #styles: StyleSheet;

  constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  addChildren(element: XmlElement): void {
    for (const child of childElements(element)) this.#add(child);
  }

  #add(element: XmlElement): void {
    if (SKIPPED.has(element.name)) return;
    switch (element.name) {
      case 'w:t':
        this.text += textOf(element);
        break;
      case 'w:r':
        if (!this.#isHidden(element)) this.addChildren(element);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        this.text += HARD_BREAK;
        break;
      case 'w:noBreakHyphen':
        this.text += '-';
        break;
      case 'w:sym':
        this.text += SYMBOLS.get((element.attributes['w:char'] ?? '').toUpperCase()) ?? '';
        break;
      case 'm:oMath':
        this.text += spaced(this.text, equationText(element));
        break;
      default:
        this.#addObject(element);
    }
  }

  #addObject(element: XmlElement): void {
    switch (element.name) {
      case 'mc:AlternateContent':
        this.#addAlternative(element);
        break;
      case 'w:sdt':
        if (!isPlaceholder(element, this.#styles)) this.addChildren(element);
        break;
      case 'w:txbxContent':
        this.textBoxes.push(element);
        break;
      case 'v:textpath':
        this.text += element.attributes['string'] ?? '';
        break;
      case 'wp:docPr':
        this.pictures.push(...describedPicture(element.attributes['descr']));
        break;
      case 'c:chart':
      case 'dgm:relIds':
        this.graphics.push(element);
        break;
      default:
        this.addChildren(element);
    }
  }

  /** Programs write the same drawing for new and old readers; one of them counts. */
  #addAlternative(element: XmlElement): void {
    for (const name of ['mc:Choice', 'mc:Fallback']) {
      const alternative = firstChild(element, name);
      if (alternative === undefined) continue;
      const content = readInline(alternative, this.#styles);
      if (isEmpty(content)) continue;
      this.text += content.text;
      this.textBoxes.push(...content.textBoxes);
      this.pictures.push(...content.pictures);
      this.graphics.push(...content.graphics);
      return;
    }
  }

  #isHidden(run: XmlElement): boolean {
    const properties = firstChild(run, 'w:rPr');
    if (properties === undefined) return false;
    const own = isSwitchedOn(firstChild(properties, 'w:vanish'));
    return own ?? this.#styles.isHidden(firstChild(properties, 'w:rStyle')?.attributes['w:val']);
  }
}

function isEmpty({ text, textBoxes, pictures, graphics }: InlineContent): boolean {
  return text === '' && textBoxes.length === 0 && pictures.length === 0 && graphics.length === 0;
}

/** "Click here to enter text.": says so, and looks it; programs forget to take the first mark away. */
export function isPlaceholder(contentControl: XmlElement, styles: StyleSheet): boolean {
  if (isSwitchedOn(descendantAt(contentControl, 'w:sdtPr', 'w:showingPlcHdr')) !== true) return false;
  const runs = descendantsNamed(contentControl, 'w:r').filter((run) => firstChild(run, 'w:t') !== undefined);
  return runs.every((run) => styles.isPlaceholder(descendantAt(run, 'w:rPr', 'w:rStyle')?.attributes['w:val']));
}

/** Equations follow a word without a space of their own now and then. */
function spaced(before: string, equation: string): string {
  return equation !== '' && /[\p{L}\p{N}$]$/u.test(before) ? ` ${equation}` : equation;
}

import { childrenNamed, descendantAt, firstChild, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';

/** What a paragraph style means to a reader. */
type ParagraphMeaning = 'title' | 'toc' | 'toc-heading' | 'code' | 'bibliography' | 'body';

export interface ParagraphStyle {
  readonly meaning: ParagraphMeaning;
  /** 1 to 9. */
  readonly headingLevel?: number;
  readonly numbering?: NumberingReference;
  /** Depth of a list style whose numbering is not defined, such as "List Bullet 2". */
  readonly namedList?: { readonly ordered: boolean; readonly depth: number };
  readonly isHidden: boolean;
}

export interface NumberingReference {
  readonly numberingId?: string;
  readonly depth?: number;
}

interface StyleDefinition {
  readonly name: string;
  readonly parentId: string | undefined;
  readonly outlineLevel: number | undefined;
  readonly numbering: NumberingReference | undefined;
  readonly isHidden: boolean | undefined;
}

const OUTLINE_BODY_TEXT = 9;
/** A style based on itself by a long way round ends here. */
const MAX_INHERITANCE = 20;
/** Word keeps built-in names in English in the file; other programs write what their user sees. */
const HEADING_NAME =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|見出し|标题|標題|제목)\s*([1-9])$/i;
const LIST_NAME = /^list (bullet|number)(?: ([2-5]))?$/i;
const CODE_NAME = /^(?:html preformatted|preformatted text|source code|code|code block|listing|verbatim|macro text)$/i;

/** The styles of a document, resolved along `basedOn` on demand. */
export class StyleSheet {
  readonly #definitions: ReadonlyMap<string, StyleDefinition>;
  readonly #paragraphStyles = new Map<string, ParagraphStyle>();
  readonly #defaultParagraphId: string | undefined;
  /** The language that text has unless it says otherwise. */
  readonly defaultLanguage: string | undefined;

  constructor(root: XmlElement | undefined) {
    const styles = childrenNamed(root, 'w:style');
    this.#definitions = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', readDefinition(style)]));
    this.#defaultParagraphId = styles.find(isDefaultParagraphStyle)?.attributes['w:styleId'];
    const language = descendantAt(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
    this.defaultLanguage = language?.attributes['w:val'];
  }

  paragraph(styleId: string | undefined): ParagraphStyle {
    const id = styleId ?? this.#defaultParagraphId ?? '';
    const known = this.#paragraphStyles.get(id);
    if (known !== undefined) return known;
    const style = this.#resolveParagraph(id);
    this.#paragraphStyles.set(id, style);
    return style;
  }

  /** Whether text in this character style is not shown. */
  isHidden(styleId: string | undefined): boolean {
    if (styleId === undefined) return false;
    return this.#inherited(styleId, (definition) => definition.isHidden) ?? false;
  }

  /** Whether text in this character style is a prompt for text that nobody has filled in. */
  isPlaceholder(styleId: string | undefined): boolean {
    if (styleId === undefined) return false;
    return styleId === 'PlaceholderText' || this.#definitions.get(styleId)?.name.toLowerCase() === 'placeholder text';
  }

  #resolveParagraph(id: string): ParagraphStyle {
    const outlineLevel = this.#inherited(id, (definition) => definition.outlineLevel);
    const namedLevel = this.#inherited(id, ({ name }) => headingLevelOfName(name)) ?? headingLevelOfName(id);
    const headingLevel = outlineLevel === undefined ? namedLevel : headingLevelOfOutline(outlineLevel);
    const numberingId = this.#inherited(id, ({ numbering }) => numbering?.numberingId);
    const depth = this.#inherited(id, ({ numbering }) => numbering?.depth);
    const namedList = namedListOf(this.#definitions.get(id)?.name ?? '');
    return {
      meaning: this.#inherited(id, ({ name }) => meaningOfName(name)) ?? meaningOfName(id) ?? 'body',
      isHidden: this.isHidden(id),
      ...(headingLevel === undefined ? {} : { headingLevel }),
      ...(numberingId === undefined ? {} : { numbering: { numberingId, ...(depth === undefined ? {} : { depth }) } }),
      ...(namedList === undefined ? {} : { namedList }),
    };
  }

  #inherited<Value>(id: string, pick: (definition: StyleDefinition) => Value | undefined): Value | undefined {
    let definition = this.#definitions.get(id);
    for (let step = 0; definition !== undefined && step < MAX_INHERITANCE; step += 1) {
      const value = pick(definition);
      if (value !== undefined) return value;
      definition = definition.parentId === undefined ? undefined : this.#definitions.get(definition.parentId);
    }
    return undefined;
  }
}

/** The level an outline level stands for; outline levels count from 0 and 9 is body text. */
export function headingLevelOfOutline(outlineLevel: number | undefined): number | undefined {
  if (outlineLevel === undefined || outlineLevel < 0 || outlineLevel >= OUTLINE_BODY_TEXT) return undefined;
  return outlineLevel + 1;
}

/** The numbering a paragraph's or style's properties refer to. */
export function readNumberingReference(properties: XmlElement | undefined): NumberingReference | undefined {
  const element = firstChild(properties, 'w:numPr');
  if (element === undefined) return undefined;
  const numberingId = firstChild(element, 'w:numId')?.attributes['w:val'];
  const depth = integerAttribute(firstChild(element, 'w:ilvl'), 'w:val');
  return { ...(numberingId === undefined ? {} : { numberingId }), ...(depth === undefined ? {} : { depth }) };
}

/** An on/off property: present means on, unless its value says off. `undefined` when absent. */
export function isSwitchedOn(element: XmlElement | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '');
}

function isDefaultParagraphStyle({ attributes }: XmlElement): boolean {
  return attributes['w:type'] === 'paragraph' && ['1', 'true'].includes(attributes['w:default'] ?? '');
}

function readDefinition(style: XmlElement): StyleDefinition {
  const properties = firstChild(style, 'w:pPr');
  return {
    name: firstChild(style, 'w:name')?.attributes['w:val'] ?? '',
    parentId: firstChild(style, 'w:basedOn')?.attributes['w:val'],
    outlineLevel: integerAttribute(firstChild(properties, 'w:outlineLvl'), 'w:val'),
    numbering: readNumberingReference(properties),
    isHidden: isSwitchedOn(descendantAt(style, 'w:rPr', 'w:vanish')),
  };
}

function headingLevelOfName(name: string): number | undefined {
  const digit = HEADING_NAME.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

function namedListOf(name: string): { readonly ordered: boolean; readonly depth: number } | undefined {
  const match = LIST_NAME.exec(name);
  if (match === null) return undefined;
  return { ordered: match[1]?.toLowerCase() === 'number', depth: Number(match[2] ?? '1') - 1 };
}

function meaningOfName(name: string): ParagraphMeaning | undefined {
  const lowerCase = name.toLowerCase();
  if (lowerCase === 'title') return 'title';
  if (lowerCase === 'toc heading') return 'toc-heading';
  if (/^(?:toc ?\d|index ?\d|table of figures|table of authorities)$/.test(lowerCase)) return 'toc';
  if (lowerCase === 'bibliography') return 'bibliography';
  return CODE_NAME.test(name) ? 'code' : undefined;
}

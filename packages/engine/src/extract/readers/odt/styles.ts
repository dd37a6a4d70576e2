import { childrenNamed, firstChild, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';

export interface TextStyle {
  readonly isTitle: boolean;
  readonly isCode: boolean;
  readonly isHidden: boolean;
  /** A paragraph style named "Heading 2" makes a heading even where a program wrote `text:p`. */
  readonly headingLevel?: number;
}

interface StyleDefinition {
  readonly name: string;
  readonly parent: string | undefined;
  readonly isHidden: boolean;
  readonly isHiddenPage: boolean;
  readonly outlineLevel: number | undefined;
}

/** Styles name one another; a circle ends here. */
const MAX_INHERITANCE = 20;
const PLAIN: TextStyle = { isTitle: false, isCode: false, isHidden: false };

/** The named and automatic styles of a document (`styles.xml` and `content.xml`). */
export class OdfStyles {
  readonly #definitions = new Map<string, StyleDefinition>();
  readonly #resolved = new Map<string, TextStyle>();
  readonly #orderedLevels = new Map<string, ReadonlyMap<number, boolean>>();

  /** Takes in one container of styles: `office:styles` or `office:automatic-styles`. */
  add(container: XmlElement): void {
    for (const style of childrenNamed(container, 'style:style')) {
      this.#definitions.set(style.attributes['style:name'] ?? '', readDefinition(style));
    }
    for (const listStyle of childrenNamed(container, 'text:list-style')) {
      this.#orderedLevels.set(listStyle.attributes['style:name'] ?? '', readOrderedLevels(listStyle));
    }
  }

  text(name: string | undefined): TextStyle {
    if (name === undefined) return PLAIN;
    const known = this.#resolved.get(name);
    if (known !== undefined) return known;
    const style = this.#resolve(name);
    this.#resolved.set(name, style);
    return style;
  }

  /** Whether a list level (from 0) is numbered. */
  isOrdered(listStyle: string | undefined, depth: number): boolean {
    return listStyle === undefined ? false : (this.#orderedLevels.get(listStyle)?.get(depth) ?? false);
  }

  /** Whether the slides or sheets of this style are hidden. */
  isHiddenPage(name: string | undefined): boolean {
    return name !== undefined && (this.#definitions.get(name)?.isHiddenPage ?? false);
  }

  #resolve(name: string): TextStyle {
    const chain = this.#chain(name);
    const level = chain.map(headingLevelOf).find((value) => value !== undefined);
    return {
      isTitle: chain.some((style) => style.name === 'title'),
      isCode: chain.some((style) => style.name === 'preformatted text' || style.name === 'source code'),
      isHidden: chain.some((style) => style.isHidden),
      ...(level === undefined ? {} : { headingLevel: level }),
    };
  }

  #chain(name: string): StyleDefinition[] {
    const chain: StyleDefinition[] = [];
    let definition = this.#definitions.get(name);
    while (definition !== undefined && chain.length < MAX_INHERITANCE) {
      chain.push(definition);
      definition = definition.parent === undefined ? undefined : this.#definitions.get(definition.parent);
    }
    return chain;
  }
}

function readDefinition(style: XmlElement): StyleDefinition {
  const name = style.attributes['style:display-name'] ?? style.attributes['style:name'] ?? '';
  const properties = firstChild(style, 'style:text-properties')?.attributes;
  const section = firstChild(style, 'style:section-properties')?.attributes;
  const slide = firstChild(style, 'style:drawing-page-properties')?.attributes;
  const table = firstChild(style, 'style:table-properties')?.attributes;
  return {
    name: name.replaceAll('_20_', ' ').toLowerCase(),
    parent: style.attributes['style:parent-style-name'],
    isHidden: properties?.['text:display'] === 'none' || section?.['text:display'] === 'none',
    isHiddenPage: slide?.['presentation:visibility'] === 'hidden' || table?.['table:display'] === 'false',
    outlineLevel: integerAttribute(style, 'style:default-outline-level'),
  };
}

function headingLevelOf(style: StyleDefinition): number | undefined {
  const digit = /^heading ([1-9])$/.exec(style.name)?.[1];
  return digit === undefined ? undefined : (style.outlineLevel ?? Number(digit));
}

function readOrderedLevels(listStyle: XmlElement): ReadonlyMap<number, boolean> {
  const levels = new Map<number, boolean>();
  for (const name of ['text:list-level-style-number', 'text:list-level-style-bullet'] as const) {
    for (const level of childrenNamed(listStyle, name)) {
      const isNumber = name === 'text:list-level-style-number' && (level.attributes['style:num-format'] ?? '') !== '';
      levels.set((integerAttribute(level, 'text:level') ?? 1) - 1, isNumber);
    }
  }
  return levels;
}

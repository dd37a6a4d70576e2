import {
  childElements,
  childrenNamed,
  descendantAt,
  firstChild,
  integerAttribute,
  type XmlElement,
} from '../../xml/xml-element.ts';
import type { OpcPackage } from '../office/opc-package.ts';

/** What marks a paragraph of a slide. */
export type Marker = { readonly kind: 'bullet' | 'none' } | { readonly kind: 'number'; readonly start: number };

/** The placeholder a shape fills. */
export interface Placeholder {
  readonly type: string;
  readonly index: string | undefined;
}

/** Titles and texts of the same placeholder look alike on all slides of a layout, and on all layouts of a master. */
const TYPE_FAMILY: ReadonlyMap<string, string> = new Map([
  ['ctrTitle', 'title'],
  ['subTitle', 'body'],
  ['obj', 'body'],
]);
const BODY_TYPES = new Set(['body', 'obj']);

/** Which placeholder a shape fills, if any; a placeholder without a type is an object. */
export function placeholderOf(shape: XmlElement): Placeholder | undefined {
  const nonVisual = childElements(shape).find(({ name }) => name.startsWith('p:nv'));
  const element = descendantAt(nonVisual, 'p:nvPr', 'p:ph');
  if (element === undefined) return undefined;
  return { type: element.attributes['type'] ?? 'obj', index: element.attributes['idx'] };
}

/** Text styles that slides inherit from their layout and master, read once per layout. */
export class InheritedStyles {
  readonly #parts: OpcPackage;
  readonly #layouts = new Map<string, LayoutStyles>();

  constructor(parts: OpcPackage) {
    this.#parts = parts;
  }

  /** List styles that apply to a shape, nearest first. */
  of(shape: XmlElement, layoutPart: string | undefined): XmlElement[] {
    const own = descendantAt(shape, 'p:txBody', 'a:lstStyle');
    const placeholder = placeholderOf(shape);
    const inherited =
      layoutPart === undefined || placeholder === undefined ? [] : this.#layout(layoutPart).of(placeholder);
    return own === undefined ? inherited : [own, ...inherited];
  }

  #layout(part: string): LayoutStyles {
    const known = this.#layouts.get(part);
    if (known !== undefined) return known;
    const masterPart = this.#parts.relationships(part).find(({ type }) => type === 'slideMaster')?.target;
    const layout = new LayoutStyles(this.#parts.tree(part), this.#parts.tree(masterPart));
    this.#layouts.set(part, layout);
    return layout;
  }
}

class LayoutStyles {
  readonly #layoutShapes: readonly XmlElement[];
  readonly #masterShapes: readonly XmlElement[];
  readonly #master: XmlElement | undefined;

  constructor(layout: XmlElement | undefined, master: XmlElement | undefined) {
    this.#layoutShapes = childrenNamed(descendantAt(layout, 'p:cSld', 'p:spTree'), 'p:sp');
    this.#masterShapes = childrenNamed(descendantAt(master, 'p:cSld', 'p:spTree'), 'p:sp');
    this.#master = master;
  }

  of(placeholder: Placeholder): XmlElement[] {
    const onLayout = this.#layoutShapes.find((shape) => isSamePlaceholder(shape, placeholder));
    const type = (onLayout === undefined ? undefined : placeholderOf(onLayout)?.type) ?? placeholder.type;
    const onMaster = this.#masterShapes.find((shape) => familyOf(placeholderOf(shape)?.type) === familyOf(type));
    const ofMaster = BODY_TYPES.has(type) ? descendantAt(this.#master, 'p:txStyles', 'p:bodyStyle') : undefined;
    return [
      descendantAt(onLayout, 'p:txBody', 'a:lstStyle'),
      descendantAt(onMaster, 'p:txBody', 'a:lstStyle'),
      ofMaster,
    ].filter((style) => style !== undefined);
  }
}

function isSamePlaceholder(shape: XmlElement, wanted: Placeholder): boolean {
  const placeholder = placeholderOf(shape);
  if (placeholder === undefined) return false;
  if (wanted.index !== undefined) return placeholder.index === wanted.index;
  return familyOf(placeholder.type) === familyOf(wanted.type);
}

function familyOf(type: string | undefined): string | undefined {
  return type === undefined ? undefined : (TYPE_FAMILY.get(type) ?? type);
}

/** The marker of a paragraph at a level (from 0): its own, else of the nearest style that says anything. */
export function markerOf(
  paragraphProperties: XmlElement | undefined,
  level: number,
  styles: readonly XmlElement[],
): Marker {
  const levels = styles.map((style) => firstChild(style, `a:lvl${level + 1}pPr`));
  for (const properties of [paragraphProperties, ...levels]) {
    const marker = properties === undefined ? undefined : explicitMarker(properties);
    if (marker !== undefined) return marker;
  }
  return { kind: 'none' };
}

function explicitMarker(properties: XmlElement): Marker | undefined {
  for (const child of childElements(properties)) {
    if (child.name === 'a:buNone') return { kind: 'none' };
    if (child.name === 'a:buChar' || child.name === 'a:buBlip') return { kind: 'bullet' };
    if (child.name === 'a:buAutoNum') return { kind: 'number', start: integerAttribute(child, 'startAt') ?? 1 };
  }
  return undefined;
}

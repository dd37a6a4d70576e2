/** An element with its children in order; names carry the canonical prefix of `xml-names.ts` (`w:p`, `text:h`). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadonlyArray<XmlElement | string>;
}

/** Child elements, without text. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child element of that name. */
export function firstChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** The element reached by taking the first child of each name in turn. */
export function descendantAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce(firstChild, element);
}

/** All child elements of that name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : childElements(element).filter((child) => child.name === name);
}

/** All elements of that name below, in document order, not looking inside those found. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of childElements(element)) {
    if (child.name === name) found.push(child);
    else found.push(...descendantsNamed(child, name));
  }
  return found;
}

/** The text of an element and all below it, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** An integer attribute; `undefined` when it is missing or no integer. */
export function integerAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes[name];
  if (value === undefined || !/^\s*[+-]?\d{1,15}\s*$/.test(value)) return undefined;
  return Number(value);
}

import { ExtractError } from '@dsgen/core';
import { readXml } from '../../xml/read-xml.ts';
import { childrenNamed, firstChild, textOf, type XmlElement } from '../../xml/xml-element.ts';
import { resolveHref } from './package-document.ts';

/**
 * What the book's table of contents calls each document: for chapters that carry no heading of their own. Reads the
 * links of a navigation document and the points of an NCX; a broken one has no labels.
 */
export function readChapterLabels(
  content: Uint8Array,
  tocPath: string,
  limits: { readonly maxDepth: number },
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  function add(href: string | undefined, label: string): void {
    const path = resolveHref(tocPath, href ?? '');
    const text = label.replace(/\s+/g, ' ').trim();
    if (text !== '' && !labels.has(path)) labels.set(path, text);
  }
  try {
    readXml(content, {
      maxDepth: limits.maxDepth,
      isWanted: (name) => name === 'a' || name === 'navPoint',
      onElement: (element) => {
        if (element.name === 'a') add(element.attributes['href'], textOf(element));
        else addPoint(element, add);
      },
    });
  } catch (error) {
    if (!(error instanceof ExtractError) || error.reason !== 'corrupt') throw error;
  }
  return labels;
}

function addPoint(point: XmlElement, add: (href: string | undefined, label: string) => void): void {
  add(firstChild(point, 'content')?.attributes['src'], textOf(firstChild(point, 'navLabel')));
  for (const inner of childrenNamed(point, 'navPoint')) addPoint(inner, add);
}

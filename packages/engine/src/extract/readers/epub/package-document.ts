import { ExtractError } from '@dsgen/core';
import type { ZipArchive } from '../../archive/zip-archive.ts';
import { readXmlTree } from '../../xml/read-xml.ts';
import {
  childElements,
  childrenNamed,
  descendantAt,
  descendantsNamed,
  firstChild,
  textOf,
  type XmlElement,
} from '../../xml/xml-element.ts';

/** A document in the reading order of the book. */
export interface SpineItem {
  /** Full name within the archive. */
  readonly path: string;
  /** Cover, title page, imprint: read, but not part of the text proper. */
  readonly isFrontMatter: boolean;
}

export interface EpubPackage {
  readonly title?: string;
  readonly language?: string;
  readonly spine: readonly SpineItem[];
  /** The navigation document (EPUB 3) or the NCX (EPUB 2). */
  readonly tocPath?: string;
}

interface ManifestItem {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

const CONTAINER = 'META-INF/container.xml';
const TEXT_TYPES = new Set([
  'application/xhtml+xml',
  'text/html',
  'text/x-oeb1-document',
  'application/xml',
  'text/xml',
]);
const FRONT_MATTER = /^(?:cover|title-?page|copyright-page|colophon|dedication)$/i;
const TABLE_OF_CONTENTS = /^toc$/i;

/** Reads what a book consists of and in which order: the package document that the container names. */
export function readEpubPackage(archive: ZipArchive, limits: { readonly maxDepth: number }): EpubPackage {
  const container = readXmlTree(archive.require(CONTAINER), limits);
  const path = descendantAt(container, 'rootfiles', 'rootfile')?.attributes['full-path'];
  if (path === undefined) throw new ExtractError('corrupt', 'The EPUB container names no package document.');
  const root = readXmlTree(archive.require(decodePath(path)), limits);
  const manifest = readManifest(root, path);
  const guide = readGuide(root, path);
  const tocItem = manifest.get(firstChild(root, 'spine')?.attributes['toc'] ?? '');
  const navItem = [...manifest.values()].find(({ properties }) => properties.includes('nav'));
  const tocPath = (navItem ?? tocItem)?.path;
  const title = metadata(root, 'dc:title');
  const language = metadata(root, 'dc:language');
  return {
    spine: readSpine(root, manifest, guide),
    ...(tocPath === undefined ? {} : { tocPath }),
    ...(title === '' ? {} : { title }),
    ...(language === '' ? {} : { language }),
  };
}

function readManifest(root: XmlElement, packagePath: string): ReadonlyMap<string, ManifestItem> {
  const items = childrenNamed(firstChild(root, 'manifest'), 'item').map(({ attributes }) => {
    const item = {
      path: resolveHref(packagePath, attributes['href'] ?? ''),
      mediaType: attributes['media-type'] ?? '',
      properties: (attributes['properties'] ?? '').split(/\s+/),
    };
    return [attributes['id'] ?? '', item] as const;
  });
  return new Map(items);
}

/** What the EPUB 2 guide says of a document, by its path. */
function readGuide(root: XmlElement, packagePath: string): ReadonlyMap<string, string> {
  const references = childrenNamed(firstChild(root, 'guide'), 'reference');
  return new Map(
    references.map(({ attributes }) => [resolveHref(packagePath, attributes['href'] ?? ''), attributes['type'] ?? '']),
  );
}

/** Supplements (`linear="no"`) and tables of contents are left out, unless a book calls all of itself one. */
function readSpine(
  root: XmlElement,
  manifest: ReadonlyMap<string, ManifestItem>,
  guide: ReadonlyMap<string, string>,
): readonly SpineItem[] {
  const references = childrenNamed(firstChild(root, 'spine'), 'itemref');
  const linear = references.flatMap(({ attributes }) => {
    const item = manifest.get(attributes['idref'] ?? '');
    const isText = item !== undefined && TEXT_TYPES.has(item.mediaType.toLowerCase());
    return isText && attributes['linear'] !== 'no' && !item.properties.includes('nav') ? [item.path] : [];
  });
  const texts = linear.filter((path) => !TABLE_OF_CONTENTS.test(guide.get(path) ?? ''));
  const chosen = texts.length === 0 ? linear : texts;
  return chosen.map((path) => ({ path, isFrontMatter: FRONT_MATTER.test(guide.get(path) ?? '') }));
}

function metadata(root: XmlElement, name: string): string {
  const element = firstChild(root, 'metadata');
  // OEB 1 wraps Dublin Core in an element of its own.
  const wrapper = element === undefined ? [] : childElements(element).filter((child) => child.name === 'dc-metadata');
  const values = [element, ...wrapper].flatMap((parent) => childrenNamed(parent, name));
  return textOf(values[0]).replace(/\s+/g, ' ').trim();
}

/** The archive name a reference stands for, without its fragment; `..` never leaves the archive. */
export function resolveHref(basePath: string, href: string): string {
  const path = decodePath(href.replace(/[#?].*$/s, ''));
  const segments = path.startsWith('/') ? [] : basePath.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Algorithms that scramble fonts only; texts stay readable. */
const FONT_OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** @throws ExtractError `encrypted` when a document of the spine is encrypted, as digital rights management does */
export function refuseEncryptedSpine(
  archive: ZipArchive,
  spine: readonly SpineItem[],
  limits: { readonly maxDepth: number },
): void {
  const content = archive.read('META-INF/encryption.xml');
  if (content === undefined) return;
  const readable = new Set(spine.map(({ path }) => path));
  for (const data of descendantsNamed(readXmlTree(content, limits), 'enc:EncryptedData')) {
    const algorithm = firstChild(data, 'enc:EncryptionMethod')?.attributes['Algorithm'] ?? '';
    const uri = descendantAt(data, 'enc:CipherData', 'enc:CipherReference')?.attributes['URI'] ?? '';
    if (!FONT_OBFUSCATION.has(algorithm) && readable.has(resolveHref('', uri))) {
      throw new ExtractError('encrypted', `The book is protected: ${JSON.stringify(uri)} is encrypted.`);
    }
  }
}

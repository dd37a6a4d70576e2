import { ExtractError } from '@dsgen/core';
import { ZipArchive } from '../../archive/zip-archive.ts';
import type { ExtractLimits } from '../../source.ts';
import { readXml, readXmlTree } from '../../xml/read-xml.ts';
import { childrenNamed, textOf, type XmlElement } from '../../xml/xml-element.ts';

/** A link from one part to another part of the same package; links to the outside are never represented. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI, such as `styles`, `slide`, `header`. */
  readonly type: string;
  /** Full name of the target part. */
  readonly target: string;
}

/** An Office Open XML package: parts and the relationships between them. */
export class OpcPackage {
  readonly #archive: ZipArchive;
  readonly #maxDepth: number;
  readonly #lowerCaseNames: ReadonlyMap<string, string>;

  /** @throws ExtractError as `ZipArchive` does */
  constructor(bytes: Uint8Array, limits: ExtractLimits) {
    this.#archive = new ZipArchive(bytes, limits);
    this.#maxDepth = limits.maxDepth;
    this.#lowerCaseNames = new Map(this.#archive.names.map((name) => [name.toLowerCase(), name]));
  }

  /** Name of the part that holds the document, by its relationship, else by convention. */
  mainPart(conventionalName: string): string {
    const declared = this.relationships('').find(({ type }) => type === 'officeDocument')?.target;
    if (declared !== undefined && this.has(declared)) return declared;
    if (this.has(conventionalName)) return conventionalName;
    throw new ExtractError('corrupt', `The package holds no ${JSON.stringify(conventionalName)}.`);
  }

  has(name: string): boolean {
    return this.#lowerCaseNames.has(name.toLowerCase());
  }

  /** Bytes of a part; part names compare without case. */
  read(name: string): Uint8Array | undefined {
    const actualName = this.#lowerCaseNames.get(name.toLowerCase());
    return actualName === undefined ? undefined : this.#archive.read(actualName);
  }

  /** A small part as one tree; `undefined` when the package has no such part. */
  tree(name: string | undefined): XmlElement | undefined {
    const content = name === undefined ? undefined : this.read(name);
    return content === undefined ? undefined : readXmlTree(content, { maxDepth: this.#maxDepth });
  }

  /** Streams the wanted elements of a part; see `readXml`. Nothing happens when the package has no such part. */
  stream(
    name: string | undefined,
    isWanted: (name: string, parent: string | undefined) => boolean,
    onElement: (element: XmlElement) => void,
  ): void {
    const content = name === undefined ? undefined : this.read(name);
    if (content !== undefined) readXml(content, { maxDepth: this.#maxDepth, isWanted, onElement });
  }

  /** Internal relationships of a part; those of the package itself for the empty name. */
  relationships(partName: string): Relationship[] {
    const slash = partName.lastIndexOf('/') + 1;
    const folder = partName.slice(0, slash);
    const root = this.tree(`${folder}_rels/${partName.slice(slash)}.rels`);
    return childrenNamed(root, 'Relationship')
      .filter((element) => element.attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => ({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
        target: resolvePartName(folder, attributes['Target'] ?? ''),
      }));
  }

  /** The title among the core properties, unless it is empty or one that programs put there unasked. */
  title(): string | undefined {
    const part = this.relationships('').find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml';
    const title = childrenNamed(this.tree(part), 'dc:title').map(textOf).join(' ').replace(/\s+/g, ' ').trim();
    return title === '' || isAutomaticTitle(title) ? undefined : title;
  }
}

const AUTOMATIC_TITLE =
  /^(?:microsoft word\b|powerpoint[- ]pr|slide \d|untitled|document ?\d*$|.*\.(?:docx?|pptx?|xlsx?|odt|rtf)$)/i;

function isAutomaticTitle(title: string): boolean {
  return AUTOMATIC_TITLE.test(title);
}

/** Resolves a relationship's target against the folder of its source; `..` never leaves the package. */
function resolvePartName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const segments: string[] = [];
  for (const segment of decodeSegments(path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeSegments(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { ExtractError } from '@dsgen/core';
import { ZipArchive } from '../archive/zip-archive.ts';
import type { RawBlock, RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { readXml, readXmlTree } from '../xml/read-xml.ts';
import {
  childrenNamed,
  descendantAt,
  descendantsNamed,
  firstChild,
  textOf,
  type XmlElement,
} from '../xml/xml-element.ts';
import { OdfBody } from './odt/document-body.ts';
import { writeOdfSlide } from './odt/presentation.ts';
import { OdfSheet } from './odt/spreadsheet.ts';
import { OdfStyles } from './odt/styles.ts';
import { BlockWriter } from './office/block-writer.ts';
import { TextBudget } from './office/text-budget.ts';

const OPENDOCUMENT = 'application/vnd.oasis.opendocument';

/** OpenDocument texts, presentations, drawings, spreadsheets and their templates. */
export const odtReader: Reader = {
  name: 'odt',
  mediaTypes: ['text', 'presentation', 'graphics', 'spreadsheet'].flatMap((kind) => [
    `${OPENDOCUMENT}.${kind}`,
    `${OPENDOCUMENT}.${kind}-template`,
  ]),
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const archive = new ZipArchive(source.bytes, context.limits);
    refuseEncrypted(archive, context);
    return new OdfDocument(archive, context).read();
  },
};

/** Encrypted packages look whole: each part is a stored blob, and only the manifest tells. */
function refuseEncrypted(archive: ZipArchive, context: ExtractContext): void {
  const manifest = archive.read('META-INF/manifest.xml');
  const isEncrypted =
    archive.has('encrypted-package') ||
    (manifest !== undefined &&
      descendantsNamed(readXmlTree(manifest, context.limits), 'manifest:encryption-data').length > 0);
  if (isEncrypted) throw new ExtractError('encrypted', 'The document is protected by a password.');
}

class OdfDocument {
  readonly #archive: ZipArchive;
  readonly #context: ExtractContext;
  readonly #budget: TextBudget;
  readonly #writer: BlockWriter;
  readonly #styles = new OdfStyles();
  readonly #body: OdfBody;
  readonly #sheetBlocks: RawBlock[] = [];
  #sheet: OdfSheet | undefined;
  #pageCount = 0;
  #hiddenPages = 0;

  constructor(archive: ZipArchive, context: ExtractContext) {
    this.#archive = archive;
    this.#context = context;
    this.#budget = new TextBudget(context.limits.maxTextLength);
    this.#writer = new BlockWriter(this.#budget);
    this.#body = new OdfBody({
      styles: this.#styles,
      writer: this.#writer,
      budget: this.#budget,
      readObject: (reference) => this.#tree(`${reference.replace(/^\.\//, '')}/content.xml`),
    });
  }

  read(): RawDocument {
    const sharedStyles = this.#tree('styles.xml');
    for (const name of ['office:styles', 'office:automatic-styles']) this.#addStyles(firstChild(sharedStyles, name));
    this.#writePageEdges(sharedStyles, 'page-header');
    this.#writer.moveTo({});
    this.#readContent();
    this.#closeSheet();
    this.#writer.moveTo({ role: 'references' });
    this.#body.writeNotes();
    this.#writePageEdges(sharedStyles, 'page-footer');
    return this.#result(sharedStyles);
  }

  #result(sharedStyles: XmlElement | undefined): RawDocument {
    const meta = firstChild(this.#tree('meta.xml'), 'office:meta');
    const title = this.#body.title ?? textOf(firstChild(meta, 'dc:title')).replace(/\s+/g, ' ').trim();
    const language = textOf(firstChild(meta, 'dc:language')).trim() || defaultLanguage(sharedStyles);
    return {
      blocks: [...this.#writer.finish(), ...this.#sheetBlocks],
      ...(title === '' ? {} : { title }),
      ...(language === undefined ? {} : { declaredLanguage: language }),
      ...(this.#pageCount === 0 ? {} : { pageCount: this.#pageCount }),
      ...(this.#hiddenPages === 0
        ? {}
        : { warnings: [`${this.#hiddenPages} of ${this.#pageCount} slides or sheets are hidden and were left out.`] }),
    };
  }

  #tree(name: string): XmlElement | undefined {
    const content = this.#archive.read(name);
    return content === undefined ? undefined : readXmlTree(content, this.#context.limits);
  }

  #readContent(): void {
    readXml(this.#archive.require('content.xml'), {
      maxDepth: this.#context.limits.maxDepth,
      isWanted: isWantedContent,
      onEnter: (name, attributes) => {
        if (name === 'table:table') this.#openSheet(attributes);
      },
      onElement: (element) => this.#readElement(element),
    });
  }

  #readElement(element: XmlElement): void {
    if (element.name === 'office:automatic-styles') this.#addStyles(element);
    else if (element.name === 'draw:page') this.#readSlide(element);
    else if (element.name === 'table:table-row') this.#sheet?.addRow(element);
    else this.#body.write(element);
  }

  #addStyles(container: XmlElement | undefined): void {
    if (container !== undefined) this.#styles.add(container);
  }

  #readSlide(slide: XmlElement): void {
    this.#countPage();
    if (this.#styles.isHiddenPage(slide.attributes['draw:style-name'])) {
      this.#hiddenPages += 1;
      return;
    }
    const page = this.#pageCount;
    writeOdfSlide(slide, { styles: this.#styles, writer: this.#writer, body: this.#body, page });
  }

  #openSheet(attributes: Readonly<Record<string, string>>): void {
    this.#closeSheet();
    this.#countPage();
    if (this.#styles.isHiddenPage(attributes['table:style-name'])) this.#hiddenPages += 1;
    else this.#sheet = new OdfSheet(attributes['table:name'] ?? '', this.#styles, this.#budget);
  }

  #closeSheet(): void {
    this.#sheetBlocks.push(...(this.#sheet?.finish(this.#pageCount) ?? []));
    this.#sheet = undefined;
  }

  #countPage(): void {
    this.#context.signal.throwIfAborted();
    this.#pageCount += 1;
    const { maxPages } = this.#context.limits;
    if (this.#pageCount > maxPages) {
      throw new ExtractError('too-large', `More than ${maxPages} slides or sheets.`);
    }
  }

  #writePageEdges(sharedStyles: XmlElement | undefined, role: 'page-header' | 'page-footer'): void {
    const kind = role === 'page-header' ? 'style:header' : 'style:footer';
    this.#writer.moveTo({ role });
    for (const page of childrenNamed(firstChild(sharedStyles, 'office:master-styles'), 'style:master-page')) {
      for (const name of [kind, `${kind}-left`, `${kind}-first`]) {
        for (const edge of childrenNamed(page, name)) {
          if (edge.attributes['style:display'] !== 'false') this.#body.writeChildren(edge);
        }
      }
    }
  }
}

/** Text comes block by block, presentations slide by slide, spreadsheets row by row. */
function isWantedContent(name: string, parent: string | undefined): boolean {
  if (name === 'office:automatic-styles' || name === 'draw:page' || name === 'table:table-row') return true;
  return parent === 'office:text';
}

function defaultLanguage(sharedStyles: XmlElement | undefined): string | undefined {
  const defaults = childrenNamed(firstChild(sharedStyles, 'office:styles'), 'style:default-style');
  const properties = defaults.map((style) => descendantAt(style, 'style:text-properties')?.attributes);
  return properties
    .map((attributes) => attributes?.['fo:language'])
    .find((language) => language !== undefined && language !== 'none');
}

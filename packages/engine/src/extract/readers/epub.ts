import { ExtractError } from '@dsgen/core';
import { ZipArchive } from '../archive/zip-archive.ts';
import type { RawBlock, RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { readChapterLabels } from './epub/chapter-labels.ts';
import { readEpubPackage, refuseEncryptedSpine, type SpineItem } from './epub/package-document.ts';
import { htmlToBlocks } from './html/html-to-blocks.ts';
import { TextBudget } from './office/text-budget.ts';

const CHAPTER_LEVEL = 1;

/** EPUB 2 and 3 books, document by document in the order of their spine. */
export const epubReader: Reader = {
  name: 'epub',
  mediaTypes: ['application/epub+zip'],
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const archive = new ZipArchive(source.bytes, context.limits);
    const book = readEpubPackage(archive, context.limits);
    refuseEncryptedSpine(archive, book.spine, context.limits);
    const toc = book.tocPath === undefined ? undefined : archive.read(book.tocPath);
    const labels = toc === undefined ? undefined : readChapterLabels(toc, book.tocPath ?? '', context.limits);
    const budget = new TextBudget(context.limits.maxTextLength);
    const blocks: RawBlock[] = [];
    const missing: string[] = [];
    for (const item of book.spine) {
      context.signal.throwIfAborted();
      const content = archive.read(item.path);
      if (content === undefined) missing.push(item.path);
      else blocks.push(...(await readChapter(content, item, { label: labels?.get(item.path), budget, context })));
    }
    if (missing.length > 0 && missing.length === book.spine.length) {
      throw new ExtractError('corrupt', 'The book holds none of the documents it lists.');
    }
    return {
      blocks,
      warnings: missing.map((path) => `The book lists ${JSON.stringify(path)} but does not hold it.`),
      ...(book.title === undefined ? {} : { title: book.title }),
      ...(book.language === undefined ? {} : { declaredLanguage: book.language }),
    };
  },
};

interface ChapterOptions {
  /** What the table of contents calls the chapter. */
  readonly label: string | undefined;
  readonly budget: TextBudget;
  readonly context: ExtractContext;
}

async function readChapter(
  content: Uint8Array,
  item: SpineItem,
  { label, budget, context }: ChapterOptions,
): Promise<readonly RawBlock[]> {
  budget.take(content.length);
  const html = [...decodeXml(content)].join('');
  const { blocks } = await htmlToBlocks(html, { isXml: true, maxDepth: context.limits.maxDepth });
  if (item.isFrontMatter) return blocks.map((block) => ({ role: 'front-matter', ...block }));
  const hasHeading = blocks.some((block) => block.kind === 'heading');
  if (hasHeading || label === undefined || blocks.length === 0) return blocks;
  return [{ kind: 'heading', level: CHAPTER_LEVEL, text: label }, ...blocks];
}

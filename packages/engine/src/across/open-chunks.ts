import type { Chunk, ExtractedDocument, Recipe } from '@dsgen/core';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { findInjection } from '../injection/find-injection.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';

/**
 * The chunks of a document that may be asked about beside those of another: whole blocks, in which nothing has to be
 * masked and nothing speaks to a model. What stands elsewhere in the document is then not needed to show them.
 */
export function openChunks(
  document: ExtractedDocument,
  path: string,
  { chunk: options, assess }: Pick<Recipe, 'chunk' | 'assess'>,
): Chunk[] {
  const privacy = new DocumentPrivacy(document.text, assess.pii);
  return chunkDocument(document, options).filter((chunk) => {
    if (!hasWholeBlocks(document, chunk)) return false;
    const headings = [document.title ?? path, ...chunk.headingPath].join('\n');
    const shown = `${headings}\n${document.text.slice(chunk.start, chunk.end)}`;
    return privacy.mask(shown) === shown && findInjection(shown) === undefined;
  });
}

function hasWholeBlocks({ blocks }: ExtractedDocument, { start, end, firstBlock, lastBlock }: Chunk): boolean {
  const touched = blocks.slice(firstBlock, lastBlock + 1);
  return (
    touched.some(({ kind }) => kind !== 'heading') &&
    touched.every((block) => block.role === 'content' && block.start >= start && block.end <= end)
  );
}

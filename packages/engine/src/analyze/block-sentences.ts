import type { Block, ExtractedDocument, TextRange } from '@dsgen/core';
import { splitSentences } from '../shared/sentences.ts';

/**
 * Sentences of a block: of a paragraph as a whole, of a list item by item. Tables, code and figures have none, so that
 * nothing later takes a cell or a line of code for a statement.
 */
export function blockSentences(document: ExtractedDocument, block: Block): TextRange[] {
  if (block.kind === 'paragraph') return rangeSentences(document, block);
  if (block.kind === 'list') return (block.items ?? []).flatMap((item) => rangeSentences(document, item));
  return [];
}

function rangeSentences(document: ExtractedDocument, range: TextRange): TextRange[] {
  return splitSentences(document.text.slice(range.start, range.end), document.language).map(({ start, end }) => ({
    start: range.start + start,
    end: range.start + end,
  }));
}

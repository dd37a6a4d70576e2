import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';

/** Finds the blocks of one or more roles among cleaned blocks; indexes it does not name are for the next finder. */
export type RoleFinder = (blocks: readonly RawBlock[]) => ReadonlyMap<number, BlockRole>;

/** The text of a block on one line: what shape rules look at. */
export function blockText(block: RawBlock): string {
  if (block.kind === 'list') return block.items.map((item) => item.text).join('\n');
  if (block.kind === 'table') return block.rows.map((row) => row.join(' ')).join('\n');
  return block.text;
}

/** Headings and paragraphs: blocks with one plain text. */
export function isPlainText(block: RawBlock): block is Extract<RawBlock, { kind: 'heading' | 'paragraph' }> {
  return block.kind === 'heading' || block.kind === 'paragraph';
}

/** A heading's name without numbering, punctuation and case: `3.1 References:` is `references`. */
export function headingName(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\divxlc]{1,5}(?:\.\d{1,3}){0,4}[.)]?\s+(?=\S)/, '')
    .replace(/[\s:.]+$/, '');
}

/** Index one past the section that the heading at `index` opens: the next heading of its level or above. */
export function sectionEnd(blocks: readonly RawBlock[], index: number): number {
  const heading = blocks[index];
  const level = heading?.kind === 'heading' ? heading.level : 6;
  let end = index + 1;
  for (let block = blocks[end]; block !== undefined; block = blocks[end]) {
    if (block.kind === 'heading' && block.level <= level) break;
    end += 1;
  }
  return end;
}

import type { BlockRole } from '@dsgen/core';
import type { RawBlock } from '../../raw-block.ts';
import { isPlainText } from './role-finder.ts';

/** Blocks this near to a page's top or bottom can be running headers or footers. */
const EDGE_BLOCKS = 3;
const LONGEST_EDGE_TEXT = 200;

/** Repeated on this many pages it is no coincidence, however long the document. */
const ENOUGH_PAGES = 10;

const PAGE_NUMBER =
  /^[-–—|[(\s]*(?:(?:page|seite|página|pagina|p\.|pg\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|de|sur|di)\s*\d{1,4})?[-–—|\])\s.]*$/i;
const EXPLICIT_PAGE_NUMBER =
  /^[-–—[(\s]*(?:page|seite|página|pagina)\s+\d{1,4}(?:\s*(?:\/|of|von|de|sur|di)\s*\d{1,4})?[-–—\])\s]*$/i;

interface EdgeBlock {
  readonly index: number;
  readonly page: number;
  readonly role: 'page-header' | 'page-footer';
  readonly key: string;
}

/** Running headers, footers and page numbers: the same text (digits apart) at the edge of many pages. */
export function findPageEdges(blocks: readonly RawBlock[]): ReadonlyMap<number, BlockRole> {
  const pages = indexesByPage(blocks);
  const edges = [...pages].flatMap(([page, indexes]) => edgeBlocks(blocks, page, indexes));
  const pagesByKey = countPages(edges);
  const found = new Map<number, BlockRole>();
  for (const edge of edges) {
    const block = blocks[edge.index];
    if (block === undefined || !isPlainText(block)) continue;
    const repeats = pagesByKey.get(edge.key) ?? 0;
    const isNumber = pages.size > 1 && PAGE_NUMBER.test(block.text);
    if (isNumber || repeats >= repeatsNeeded(block, pages.size)) found.set(edge.index, edge.role);
  }
  for (const [index, block] of blocks.entries()) {
    if (!found.has(index) && isPlainText(block) && EXPLICIT_PAGE_NUMBER.test(block.text)) {
      found.set(index, 'page-footer');
    }
  }
  return found;
}

/** Headings repeat for good reasons, such as slides of one topic, so they need half of all pages. */
function repeatsNeeded(block: RawBlock, pages: number): number {
  if (block.kind === 'heading') return Math.max(3, Math.ceil(pages / 2));
  return Math.min(ENOUGH_PAGES, Math.max(3, Math.ceil(pages / 5)));
}

function indexesByPage(blocks: readonly RawBlock[]): ReadonlyMap<number, readonly number[]> {
  const pages = new Map<number, number[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.page === undefined) continue;
    const indexes = pages.get(block.page) ?? [];
    indexes.push(index);
    pages.set(block.page, indexes);
  }
  return pages;
}

function edgeBlocks(blocks: readonly RawBlock[], page: number, indexes: readonly number[]): readonly EdgeBlock[] {
  const edges: EdgeBlock[] = [];
  for (const [position, index] of indexes.entries()) {
    const fromBottom = indexes.length - 1 - position;
    if (position >= EDGE_BLOCKS && fromBottom >= EDGE_BLOCKS) continue;
    const block = blocks[index];
    if (block === undefined || !isPlainText(block) || block.text.length > LONGEST_EDGE_TEXT) continue;
    const role = position <= fromBottom ? 'page-header' : 'page-footer';
    edges.push({ index, page, role, key: maskDigits(block.text) });
  }
  return edges;
}

function maskDigits(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

function countPages(edges: readonly EdgeBlock[]): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<number>>();
  for (const edge of edges) {
    const seen = pages.get(edge.key) ?? new Set();
    seen.add(edge.page);
    pages.set(edge.key, seen);
  }
  return new Map([...pages].map(([key, seen]) => [key, seen.size]));
}

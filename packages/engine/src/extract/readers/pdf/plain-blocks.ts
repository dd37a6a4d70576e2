import type { RawBlock } from '../../raw-block.ts';
import { parseListMarker } from './list-marker.ts';

/** Paragraphs and lists of a page that came without positions: blank lines, list markers and short last lines part them. */
export function toPlainBlocks(lines: readonly string[], page: number): RawBlock[] {
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  const groups: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line === '') {
      isOpen = false;
      continue;
    }
    const group = groups.at(-1);
    if (group !== undefined && isOpen && parseListMarker(line) === undefined) group.push(line);
    else groups.push([line]);
    isOpen = !(/[.!?:]["\u201d')]*$/.test(line) && line.length < longest * 0.8);
  }
  return groups.map((group) => toBlock(group, page));
}

function toBlock(lines: readonly string[], page: number): RawBlock {
  const [first = '', ...rest] = lines;
  const marker = parseListMarker(first);
  if (marker === undefined) return { kind: 'paragraph', text: lines.join('\n'), page };
  const items = [{ text: [marker.rest, ...rest].join('\n'), depth: 0 }];
  return marker.isOrdered
    ? { kind: 'list', ordered: true, start: marker.ordinal, items, page }
    : { kind: 'list', ordered: false, items, page };
}

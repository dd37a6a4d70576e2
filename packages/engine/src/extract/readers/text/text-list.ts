import { indentOf } from './line-group.ts';

export interface TextItem {
  readonly text: string;
  readonly depth: number;
}

export interface TextList {
  /** Lines before the first item: what leads into the list. */
  readonly lead: readonly string[];
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly TextItem[];
}

/** A bullet before text; `- 12 -` is a page number. */
const BULLET = /^\s*(?:[-*+•◦▪‣·–—]|\(?o\))\s+(?!\d{1,4}\s?[-–—]$)(?=\S)/;
const NUMBER = /^\s*\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)/;

/** Whether a line begins with a bullet or number. */
export function startsItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}

/** The number a line begins with: 3 for `3.`, and for `c)`. */
export function itemNumber(line: string): number | undefined {
  const mark = NUMBER.exec(line)?.[1];
  if (mark === undefined) return undefined;
  return /^\d/.test(mark) ? Number.parseInt(mark, 10) : mark.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}

/**
 * A list among a group's lines: from the first line that begins with a mark. One mark alone is a list only when it
 * opens the group; a line inside an item that is not indented ends nothing, because wrapped text often is not.
 */
export function listOf(lines: readonly string[]): TextList | undefined {
  const first = lines.findIndex(startsItem);
  if (first < 0) return undefined;
  const marked = lines.filter(startsItem).length;
  if (first > 0 && (marked < 2 || !/[:;.]$/.test(lines[first - 1] ?? ''))) return undefined;
  const opening = lines[first] ?? '';
  const ordered = !BULLET.test(opening);
  return {
    lead: lines.slice(0, first),
    ordered,
    start: itemNumber(opening) ?? 1,
    items: collectItems(lines.slice(first)),
  };
}

function collectItems(lines: readonly string[]): readonly TextItem[] {
  const items: Array<{ lines: string[]; depth: number }> = [];
  const indents: number[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last !== undefined && !startsItem(line)) {
      last.lines.push(line.trim());
      continue;
    }
    const indent = indentOf(line);
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indent > (indents.at(-1) ?? -1)) indents.push(indent);
    const text = line.replace(BULLET.test(line) ? BULLET : NUMBER, '');
    items.push({ lines: [text.trim()], depth: indents.length - 1 });
  }
  return items.map((item) => ({ text: item.lines.join('\n'), depth: item.depth }));
}

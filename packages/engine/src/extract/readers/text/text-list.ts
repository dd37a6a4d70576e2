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

const BULLET = /^\s*(?:[-*+•◦▪‣·–—]|\(?o\))\s+(?=\S)/;
const NUMBER = /^\s*\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)/;

/** Whether a line begins with a bullet or number. */
export function startsItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
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
  const number = Number.parseInt(NUMBER.exec(opening)?.[1] ?? '1', 10);
  return {
    lead: lines.slice(0, first),
    ordered,
    start: Number.isNaN(number) ? 1 : number,
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

import type { RawBlock, RawBlockBody } from '../../raw-block.ts';
import { groupLines, type LineGroup } from './line-group.ts';
import { headingOf, type TextHeading } from './text-heading.ts';
import { itemNumber, listOf, startsItem } from './text-list.ts';
import { joinLines, wrapWidth } from './unwrap-lines.ts';

const CODE_INDENT = 4;
const LONGEST_MARGIN_HEADING = 60;

/** Plain text as blocks: paragraphs by blank lines, and the headings, lists and code that shape alone can show. */
export function textToBlocks(text: string): readonly RawBlock[] {
  const groups = groupLines(text.replace(/\r\n?/g, '\n'));
  const layout = { width: wrapWidth(groups), indent: commonIndent(groups) };
  const blocks = groups.flatMap((group, index) =>
    groupToBlocks(group, { layout, previous: groups[index - 1], next: groups[index + 1] }),
  );
  return lowerBelowTitle(mergeLists(blocks));
}

interface Layout {
  readonly width: number | undefined;
  /** Indentation that most groups share, as in man pages and RFCs. */
  readonly indent: number;
}

function commonIndent(groups: readonly LineGroup[]): number {
  const indents = groups.map((group) => group.indent).toSorted((left, right) => left - right);
  return indents[Math.floor(indents.length / 3)] ?? 0;
}

function groupToBlocks(group: LineGroup, around: Surroundings): readonly RawBlock[] {
  const headings: RawBlockBody[] = [];
  let start = 0;
  for (let found = headingAt(group, start, around); found !== undefined; found = headingAt(group, start, around)) {
    headings.push({ kind: 'heading', level: found.level, text: found.text });
    start += found.lines;
  }
  const bodies = [...headings, ...bodiesOf(group.lines.slice(start), group.indent, around.layout)];
  const { page } = group;
  return page === undefined ? bodies : bodies.map((body) => ({ ...body, page }));
}

interface Surroundings {
  readonly layout: Layout;
  readonly previous: LineGroup | undefined;
  readonly next: LineGroup | undefined;
}

function headingAt(group: LineGroup, start: number, around: Surroundings): TextHeading | undefined {
  const { lines } = group;
  if (start >= lines.length || isItemAmongItems(lines[start] ?? '', around)) return undefined;
  return headingOf(lines, start) ?? (start === 0 ? marginHeading(group, around) : undefined);
}

/** What is left of a group below its headings. */
function bodiesOf(lines: readonly string[], indent: number, layout: Layout): readonly RawBlockBody[] {
  if (lines.length === 0) return [];
  const fenced = fencedCode(lines);
  if (fenced !== undefined) return [fenced];
  const list = listOf(lines);
  if (list !== undefined) {
    const body: RawBlockBody = { kind: 'list', ordered: list.ordered, start: list.start, items: list.items };
    return list.lead.length === 0 ? [body] : [paragraph(list.lead, layout), body];
  }
  if (indent >= layout.indent + CODE_INDENT && looksLikeCode(lines)) {
    return [{ kind: 'code', text: lines.map((line) => line.slice(indent)).join('\n') }];
  }
  return layout.width === undefined && lines.length > 1 && areLong(lines)
    ? lines.map((line) => paragraph([line], layout))
    : [paragraph(lines, layout)];
}

function paragraph(lines: readonly string[], layout: Layout): RawBlockBody {
  return { kind: 'paragraph', text: joinLines(lines, layout.width) };
}

function fencedCode(lines: readonly string[]): RawBlockBody | undefined {
  const opening = /^\s{0,3}```\s*([\w+#-]*)\s*$/.exec(lines[0] ?? '');
  if (opening === null || lines.length < 2) return undefined;
  const last = /^\s{0,3}```\s*$/.test(lines.at(-1) ?? '') ? -1 : undefined;
  const language = opening[1] ?? '';
  return { kind: 'code', ...(language === '' ? {} : { language }), text: lines.slice(1, last).join('\n') };
}

/** A short line at the margin above indented text, as man pages have them. */
function marginHeading(group: LineGroup, { layout, next }: Surroundings): TextHeading | undefined {
  const text = group.lines[0]?.trim() ?? '';
  if (group.lines.length !== 1 || layout.indent < 2 || group.indent > 0 || next === undefined) return undefined;
  const isShort = text.length <= LONGEST_MARGIN_HEADING && !/[.,;:!?]$/.test(text) && !startsItem(text);
  return isShort && next.indent >= layout.indent ? { level: 2, text, lines: 1 } : undefined;
}

/** `1. Wash` before `2. Peel`, or after it, is a step and not a heading. */
function isItemAmongItems(line: string, { previous, next }: Surroundings): boolean {
  if (!startsItem(line)) return false;
  const number = itemNumber(line);
  const before = previous?.lines.findLast(startsItem) ?? '';
  const isNext = number !== undefined && previous !== undefined && itemNumber(before) === number - 1;
  return startsItem(next?.lines[0] ?? '') || (isNext && previous.lines.length > 1);
}

function looksLikeCode(lines: readonly string[]): boolean {
  const coded = lines.filter((line) => /[;{}=<>$|\\]|\(\)|^\s*(?:[$#>%]\s|\w+\(|--?\w)/.test(line));
  return coded.length * 2 >= lines.length;
}

/** Text that nobody wrapped has one paragraph to a line. */
function areLong(lines: readonly string[]): boolean {
  return lines.filter((line) => line.length > 100).length * 2 >= lines.length;
}

/** A document that opens with its title keeps it above every other heading. */
function lowerBelowTitle(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const [title, ...rest] = blocks;
  if (title?.kind !== 'heading') return blocks;
  const highest = rest.reduce((least, block) => (block.kind === 'heading' ? Math.min(least, block.level) : least), 7);
  if (title.level <= highest) return blocks;
  const lowered = rest.map((block) => (block.kind === 'heading' ? { ...block, level: block.level + 1 } : block));
  return [{ ...title, level: 1 }, ...lowered];
}

type ListBlock = Extract<RawBlock, { kind: 'list' }>;

/** Items with blank lines between them are still one list. */
function mergeLists(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const merged: RawBlock[] = [];
  let open: { readonly list: ListBlock; readonly items: Array<ListBlock['items'][number]> } | undefined;
  for (const block of blocks) {
    if (block.kind === 'list' && open !== undefined && continues(open.list, open.items.length, block)) {
      for (const item of block.items) open.items.push(item);
      continue;
    }
    open = block.kind === 'list' ? { list: block, items: [...block.items] } : undefined;
    merged.push(open === undefined ? block : { ...open.list, items: open.items });
  }
  return merged;
}

function continues(list: ListBlock, items: number, next: ListBlock): boolean {
  if (list.ordered !== next.ordered || list.page !== next.page) return false;
  return !list.ordered || next.start === (list.start ?? 1) + items;
}

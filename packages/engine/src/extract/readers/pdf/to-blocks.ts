import type { BlockRole } from '@dsgen/core';
import { HARD_BREAK, type RawBlock } from '../../raw-block.ts';
import { isContentsLine } from './contents-line.ts';
import { groupText, markHeadings, mostUsedSize } from './heading-styles.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import type { PageLine } from './page-content.ts';
import { toPlainBlocks } from './plain-blocks.ts';
import type { PdfPages } from './read-pages.ts';

/** All that was read of a document as blocks, in page order. */
export function toBlocks({
  regions,
  ocrPages,
  plainLines,
}: Pick<PdfPages, 'regions' | 'ocrPages' | 'plainLines'>): RawBlock[] {
  const groups = regions.flatMap(groupLines).filter(isReadable);
  const bodySize = mostUsedSize(groups);
  const merged = joinBrokenGroups(markHeadings(groups, { isOcr: ocrPages.length > 0 }));
  const blocks = joinItems(markFigureLabels(merged.map((group) => ({ group, block: toBlock(group, bodySize) }))));
  const plain = [...plainLines].flatMap(([page, lines]) => toPlainBlocks(lines, page));
  return plain.length === 0
    ? blocks
    : [...blocks, ...plain].toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0));
}

/** A paragraph that a page or column end cut in two becomes one again, on the page where it starts; so do halves of headings. */
function joinBrokenGroups(groups: readonly LineGroup[]): LineGroup[] {
  const joined: LineGroup[] = [];
  for (const group of groups) {
    const index = joined.findLastIndex((candidate) => isFlow(candidate));
    const open = joined[index];
    if (open !== undefined && isFlow(group) && (continues(open, group) || continuesHeading(open, group))) {
      joined[index] = { ...open, bottom: group.bottom, lines: [...open.lines, ...group.lines] };
    } else {
      joined.push(group);
    }
  }
  return joined;
}

function isFlow(group: LineGroup): boolean {
  return group.edge === undefined;
}

function continues(open: LineGroup, group: LineGroup): boolean {
  if (open.level !== undefined || group.level !== undefined) return false;
  if (open.table !== undefined || group.table !== undefined || open.isMonospace || group.isMonospace) return false;
  const isNewColumn = group.page !== open.page || group.top < open.bottom;
  if (!isNewColumn || group.marker !== undefined || Math.abs(open.size - group.size) > 0.6) return false;
  const end = open.lines.at(-1)?.text ?? '';
  const start = group.lines[0]?.text ?? '';
  return !/[.!?:;\u3002]["\u201d')\]]*$/.test(end) && /^[\p{Ll}\p{Lo}(]/u.test(start) && end.length > 20;
}

const EDGE_ROLES: Readonly<Record<NonNullable<LineGroup['edge']>, BlockRole>> = {
  header: 'page-header',
  footer: 'page-footer',
  margin: 'boilerplate',
};

/** A heading of two lines whose halves an edge strip or a wide line gap parted. The level is the one of the first half. */
function continuesHeading(open: LineGroup, group: LineGroup): boolean {
  const gap = group.top - open.bottom;
  const isSameStyle = open.level !== undefined && open.level === group.level && open.page === group.page;
  return isSameStyle && group.marker === undefined && gap > -2 && gap < open.size * 0.8;
}

function toBlock(group: LineGroup, bodySize: number): RawBlock {
  const { page, edge, level } = group;
  const text = groupText(group);
  if (group.table !== undefined) {
    return { kind: 'table', headerRows: group.table.headerRows, rows: group.table.rows, page };
  }
  if (edge !== undefined) return { kind: 'paragraph', text, page, role: EDGE_ROLES[edge] };
  if (level !== undefined) return { kind: 'heading', level, text, page };
  if (group.isMonospace && group.lines.length > 1) return { kind: 'code', text: indentedText(group.lines), page };
  if (isContents(group))
    return { kind: 'paragraph', text: text.replaceAll('\n', HARD_BREAK), page, role: 'table-of-contents' };
  if (group.marker !== undefined) return toItem(group, group.marker.rest);
  return { kind: isCaption(group, bodySize) ? 'figure' : 'paragraph', text, page };
}

function isContents({ lines }: LineGroup): boolean {
  const entries = lines.filter(isContentsLine).length;
  return entries >= 2 && entries * 2 >= lines.length;
}

/** "Figure 3 shows …" is text; a caption is set apart by punctuation or style. */
function isCaption(group: LineGroup, bodySize: number): boolean {
  const caption = /^(?:figure|fig\.)\s*\d[\d.-]*\s*(?<mark>[.:\u2013\u2014|])?/i.exec(groupText(group));
  if (caption === null) return false;
  return caption.groups?.['mark'] !== undefined || group.isItalic || group.isBold || group.size < bodySize * 0.96;
}

/** Without letters or digits, or mostly in codes that stand for no character, text says nothing: ornaments and fonts without encoding. */
function isReadable(group: LineGroup): boolean {
  if (group.table !== undefined) return true;
  const text = groupText(group);
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  const unknown = text.match(/[^\P{C}\s]|\ufffd/gu)?.length ?? 0;
  return unknown < text.length * 0.2;
}

function toItem(group: LineGroup, rest: string): RawBlock {
  const [, ...others] = group.lines.map(({ text }) => text);
  const isOrdered = group.marker?.isOrdered === true;
  return {
    kind: 'list',
    ordered: isOrdered,
    ...(isOrdered ? { start: group.marker?.ordinal ?? 1 } : {}),
    items: [{ text: [rest, ...others].join('\n'), depth: 0 }],
    page: group.page,
  };
}

/** Short scraps right above a caption are the labels inside the picture. */
function markFigureLabels(entries: readonly GroupedBlock[]): readonly GroupedBlock[] {
  const marked = [...entries];
  for (const [index, { group, block }] of entries.entries()) {
    if (block.kind !== 'figure') continue;
    for (let at = index - 1; at >= 0; at -= 1) {
      const entry = marked[at];
      if (entry === undefined || entry.group.page !== group.page || !isLabel(entry)) break;
      marked[at] = { group: entry.group, block: { kind: 'figure', text: groupText(entry.group), page: group.page } };
    }
  }
  return marked;
}

function isLabel({ group, block }: GroupedBlock): boolean {
  if (block.kind !== 'paragraph' || block.role !== undefined) return false;
  return group.lines.every(({ text }) => text.length < 40 && !/[.!?:]$/.test(text));
}

/** Columns of a monospaced font keep their indent. */
function indentedText(lines: readonly PageLine[]): string {
  const left = Math.min(...lines.map((line) => line.left));
  const width = characterWidth(lines);
  return lines.map((line) => ' '.repeat(Math.max(0, Math.round((line.left - left) / width))) + line.text).join('\n');
}

function characterWidth(lines: readonly PageLine[]): number {
  const longest = lines.reduce((one, other) => (other.text.length > one.text.length ? other : one));
  const width = (longest.right - longest.left) / Math.max(1, longest.text.length);
  return width > 0 ? width : 6;
}

/** Points by which the markers of an inner list stand further in. */
const LIST_INDENT = 6;
const MAX_LIST_DEPTH = 5;

interface GroupedBlock {
  readonly group: LineGroup;
  readonly block: RawBlock;
}

/** Neighbouring items become one list; depth follows where the markers stand. */
function joinItems(blocks: readonly GroupedBlock[]): RawBlock[] {
  const result: RawBlock[] = [];
  let run: GroupedBlock[] = [];
  for (const entry of blocks) {
    if (entry.block.kind === 'list' && (run.length === 0 || isSameList(run, entry))) {
      run.push(entry);
      continue;
    }
    if (run.length > 0) result.push(toList(run));
    run = entry.block.kind === 'list' ? [entry] : [];
    if (run.length === 0) result.push(entry.block);
  }
  if (run.length > 0) result.push(toList(run));
  return result;
}

function isSameList(run: readonly GroupedBlock[], entry: GroupedBlock): boolean {
  const last = run.at(-1)?.group;
  const outer = run[0]?.group;
  const { marker, left } = entry.group;
  if (last?.marker === undefined || outer?.marker === undefined || marker === undefined) return false;
  const isOuter = left < outer.left + LIST_INDENT;
  if (isOuter && marker.isOrdered !== outer.marker.isOrdered) return false;
  const isRestart =
    marker.isOrdered && marker.ordinal === 1 && last.marker.isOrdered && Math.abs(last.left - left) < LIST_INDENT;
  return !isRestart;
}

function toList(run: readonly GroupedBlock[]): RawBlock {
  const lefts = outline(run.map(({ group }) => group.left));
  const outer = run[0]?.group;
  const isOrdered = outer?.marker?.isOrdered === true;
  const items = run.flatMap(({ group, block }) => {
    const depth = Math.max(
      0,
      lefts.findLastIndex((left) => left <= group.left),
    );
    const isOther = depth > 0 && group.marker?.isOrdered !== isOrdered;
    const own = isOther ? { ordered: !isOrdered } : {};
    return block.kind === 'list' ? block.items.map(({ text }) => ({ text, depth, ...own })) : [];
  });
  return {
    kind: 'list',
    ordered: isOrdered,
    ...(isOrdered && outer.marker?.ordinal !== 1 ? { start: outer.marker?.ordinal ?? 1 } : {}),
    items,
    ...(outer === undefined ? {} : { page: outer.page }),
  };
}

/** Where the markers of each depth stand, outermost first. Pages and columns of one list may start elsewhere: few depths are kept. */
function outline(lefts: readonly number[]): readonly number[] {
  const depths: number[] = [];
  for (const left of lefts.toSorted((one, other) => one - other)) {
    const last = depths.at(-1);
    if (last === undefined || left - last >= LIST_INDENT) depths.push(left);
  }
  return depths.slice(0, MAX_LIST_DEPTH);
}

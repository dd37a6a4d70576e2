import type { BlockRole } from '@dsgen/core';
import { HARD_BREAK, type RawBlock } from '../../raw-block.ts';
import { groupText, markHeadings, mostUsedSize } from './heading-styles.ts';
import { joinBrokenGroups } from './join-groups.ts';
import { joinItems, type GroupedBlock } from './join-items.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import { boxAround, type PageLine } from './page-content.ts';
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

const EDGE_ROLES: Readonly<Record<NonNullable<LineGroup['edge']>, BlockRole>> = {
  header: 'page-header',
  footer: 'page-footer',
};

function toBlock(group: LineGroup, bodySize: number): RawBlock {
  const { page, edge, level } = group;
  const text = groupText(group);
  if (group.table !== undefined) {
    return { kind: 'table', headerRows: group.table.headerRows, rows: group.table.rows, page };
  }
  if (edge !== undefined) return { kind: 'paragraph', text, page, role: EDGE_ROLES[edge] };
  if (level !== undefined) return { kind: 'heading', level, text, page };
  if (group.isMonospace && group.lines.length > 1) return { kind: 'code', text: indentedText(group.lines), page };
  if (isContents(group)) {
    return { kind: 'paragraph', text: text.replaceAll('\n', HARD_BREAK), page, role: 'table-of-contents' };
  }
  if (group.marker !== undefined) return toItem(group, group.marker.rest);
  if (isSpacedOut(text)) return { kind: 'paragraph', text, page, role: 'boilerplate' };
  return { kind: isCaption(group, bodySize) ? 'figure' : 'paragraph', text, page };
}

function isContents({ lines }: LineGroup): boolean {
  const entries = lines.filter(({ isContentsEntry }) => isContentsEntry).length;
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

/** Letters set apart (`p a g e inte n tion ally`) come out as scraps of words: nothing to learn from. */
function isSpacedOut(text: string): boolean {
  const words = text.match(/\b[a-z]+\b/g) ?? [];
  const scraps = words.filter(({ length }) => length <= 2).length;
  return words.length >= 8 && scraps > words.length * 0.55;
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
  const { left } = boxAround(lines);
  const width = characterWidth(lines);
  return lines.map((line) => ' '.repeat(Math.max(0, Math.round((line.left - left) / width))) + line.text).join('\n');
}

function characterWidth(lines: readonly PageLine[]): number {
  const longest = lines.reduce((one, other) => (other.text.length > one.text.length ? other : one));
  const width = (longest.right - longest.left) / Math.max(1, longest.text.length);
  return width > 0 ? width : 6;
}

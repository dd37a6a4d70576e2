import type { RawBlock } from '../../raw-block.ts';
import { findHeadings, groupText, type HeadingLevels } from './heading-styles.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import type { PageLine } from './page-content.ts';
import { toPlainBlocks } from './plain-blocks.ts';
import type { PdfPages } from './read-pages.ts';

/** All that was read of a document as blocks, in page order. */
export function toBlocks({ regions, ocrPages, plainLines }: PdfPages): RawBlock[] {
  const groups = regions.flatMap(groupLines);
  const headings = findHeadings(groups, { isOcr: ocrPages.length > 0 });
  const merged = joinBrokenParagraphs(groups, headings);
  const blocks = joinItems(merged.map((group) => ({ group, block: toBlock(group, headings) })));
  const plain = [...plainLines].flatMap(([page, lines]) => toPlainBlocks(lines, page));
  return plain.length === 0
    ? blocks
    : [...blocks, ...plain].toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0));
}

/** A paragraph that a page or column end cut in two becomes one again, on the page where it starts. */
function joinBrokenParagraphs(groups: readonly LineGroup[], headings: HeadingLevels): LineGroup[] {
  const joined: LineGroup[] = [];
  for (const group of groups) {
    const index = joined.findLastIndex((candidate) => isFlow(candidate));
    const open = joined[index];
    if (open !== undefined && isFlow(group) && continues(open, group, headings)) {
      joined[index] = { ...open, lines: [...open.lines, ...group.lines] };
    } else {
      joined.push(group);
    }
  }
  return joined;
}

function isFlow(group: LineGroup): boolean {
  return group.edge === undefined;
}

function continues(open: LineGroup, group: LineGroup, headings: HeadingLevels): boolean {
  if (headings.has(open) || headings.has(group)) return false;
  if (open.table !== undefined || group.table !== undefined || open.isMonospace || group.isMonospace) return false;
  const isNewColumn = group.page !== open.page || group.top < open.bottom;
  if (!isNewColumn || group.marker !== undefined || Math.abs(open.size - group.size) > 0.6) return false;
  const end = open.lines.at(-1)?.text ?? '';
  const start = group.lines[0]?.text ?? '';
  return !/[.!?:;\u3002]["\u201d')\]]*$/.test(end) && /^[\p{Ll}\p{Lo}(]/u.test(start) && end.length > 20;
}

function toBlock(group: LineGroup, headings: HeadingLevels): RawBlock {
  const { page } = group;
  const level = headings.get(group);
  const role = group.edge === 'margin' ? { role: 'boilerplate' as const } : {};
  if (group.table !== undefined) {
    return { kind: 'table', headerRows: group.table.headerRows, rows: group.table.rows, page };
  }
  if (level !== undefined) return { kind: 'heading', level, text: groupText(group), page };
  if (group.isMonospace && group.lines.length > 1) return { kind: 'code', text: indentedText(group.lines), page };
  if (group.marker !== undefined && group.edge === undefined) return toItem(group, group.marker.rest);
  if (/^(?:figure|fig\.)\s*\d/i.test(groupText(group))) return { kind: 'figure', text: groupText(group), page };
  return { kind: 'paragraph', text: groupText(group), page, ...role };
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
  const marker = entry.group.marker;
  if (last?.marker === undefined || marker === undefined) return false;
  const isRestart =
    marker.isOrdered && marker.ordinal === 1 && last.marker.isOrdered && Math.abs(last.left - entry.group.left) < 4;
  return !isRestart;
}

function toList(run: readonly GroupedBlock[]): RawBlock {
  const [first] = run;
  const lefts = [...new Set(run.map(({ group }) => Math.round(group.left / 6)))].toSorted((one, other) => one - other);
  const items = run.flatMap(({ group, block }) =>
    block.kind === 'list'
      ? block.items.map(({ text }) => ({ text, depth: Math.min(5, lefts.indexOf(Math.round(group.left / 6))) }))
      : [],
  );
  const marker = first?.group.marker;
  const page = first?.group.page;
  return {
    kind: 'list',
    ordered: marker?.isOrdered === true,
    ...(marker?.isOrdered === true && marker.ordinal !== 1 ? { start: marker.ordinal } : {}),
    items,
    ...(page === undefined ? {} : { page }),
  };
}

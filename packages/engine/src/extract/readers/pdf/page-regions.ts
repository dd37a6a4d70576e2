import {
  centerX,
  centerY,
  type Box,
  type PageContent,
  type PageLine,
  type PageRegion,
  type PageTable,
  type RunLine,
  type TextRun,
} from './page-content.ts';
import { cutIntoColumns, type OrderedElement } from './reading-order.ts';
import { findGapTables } from './gap-tables.ts';
import { restoreBullets } from './repeated-bullets.ts';
import { toLines } from './text-lines.ts';

/** Height of the strips at the top and bottom of a page where running headers and footers live, as a share of the page. */
const EDGE_SHARE = 0.11;

type PageElement = OrderedElement & { readonly run?: TextRun; readonly table?: PageTable };

/** The columns of a page in reading order, between its header and footer strips. */
export function toRegions(page: PageContent): PageRegion[] {
  const runs = page.runs.filter((run) => !page.tables.some((table) => contains(table, run)));
  const elements: PageElement[] = [
    ...runs.map((run) => ({ ...boxOf(run), characters: run.text.length, run })),
    ...page.tables.map((table) => ({ ...boxOf(table), characters: 0, table })),
  ];
  const { header, body, footer } = splitEdges(elements, page.height);
  return [
    ...toRegion(page, header, 'header'),
    ...cutIntoColumns(body).flatMap((column) => toRegion(page, column)),
    ...toRegion(page, footer, 'footer'),
  ];
}

function toRegion(page: PageContent, elements: readonly PageElement[], edge?: PageRegion['edge']): PageRegion[] {
  const runs = elements.flatMap(({ run }) => (run === undefined ? [] : [run]));
  const tables = elements.flatMap(({ table }) => (table === undefined ? [] : [table]));
  const lines = findGapTables(restoreBullets(toLines(runs, tables))).map(withoutRuns);
  if (lines.length === 0) return [];
  return [{ page: page.number, lines, ...(edge === undefined ? {} : { edge }) }];
}

function withoutRuns(line: RunLine): PageLine {
  const { text, size, isBold, isItalic, isMonospace, isContentsEntry, table } = line;
  const own = { ...boxOf(line), text, size, isBold, isItalic, isMonospace, isContentsEntry };
  return table === undefined ? own : { ...own, table };
}

/** A strip counts as header or footer only where a gap sets it off from the text; at most three lines high. */
function splitEdges(
  elements: readonly PageElement[],
  pageHeight: number,
): {
  readonly header: PageElement[];
  readonly body: PageElement[];
  readonly footer: PageElement[];
} {
  const headerEnd = gapAfterStrip(
    elements.map(({ top, bottom }) => ({ start: top, end: bottom })),
    pageHeight,
  );
  const footerStart =
    pageHeight -
    gapAfterStrip(
      elements.map(({ top, bottom }) => ({ start: pageHeight - bottom, end: pageHeight - top })),
      pageHeight,
    );
  const header = elements.filter((element) => centerY(element) < headerEnd);
  const footer = elements.filter((element) => centerY(element) > footerStart && centerY(element) >= headerEnd);
  const edges = new Set([...header, ...footer]);
  if (edges.size === elements.length) return { header: [], body: [...elements], footer: [] };
  return { header, body: elements.filter((element) => !edges.has(element)), footer };
}

/** The position of the widest gap that follows the outermost rows within the edge strip; 0 when nothing is set off. */
function gapAfterStrip(
  spans: ReadonlyArray<{ readonly start: number; readonly end: number }>,
  pageHeight: number,
): number {
  const limit = pageHeight * EDGE_SHARE;
  let reached = -Infinity;
  let lineHeight = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (reached > 0 && start - reached > lineHeight * 0.9) return (start + reached) / 2;
    if (end > limit) return 0;
    reached = Math.max(reached, end);
    lineHeight = Math.max(lineHeight, end - start);
  }
  return 0;
}

function contains(outer: Box, inner: Box): boolean {
  const x = centerX(inner);
  const y = centerY(inner);
  return x >= outer.left - 1 && x <= outer.right + 1 && y >= outer.top - 1 && y <= outer.bottom + 1;
}

function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

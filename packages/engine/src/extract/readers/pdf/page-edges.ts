import { boxAround, type PageRegion } from './page-content.ts';

/** A bare page number, with or without ornaments. */
const PAGE_NUMBER =
  /^[-\u2013\u2014|[(\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of)\s*\d{1,4})?[-\u2013\u2014|\])\s.]*$/i;
/** Pages on which a strip must stand at one height when its text changes from page to page. */
const MIN_PAGES_AT_HEIGHT = 3;

/**
 * Keeps the mark of those strips at page edges that are running headers or footers: their text repeats, digits aside; or it
 * is a page number; or it always stands at one height where no page has body text. The first line of a page that
 * happens to be followed by a gap loses the mark.
 */
export function confirmEdges(regions: readonly PageRegion[], totalPages: number): readonly PageRegion[] {
  const pagesByText = countPages(regions, ({ edge, lines }) => lines.map(({ text }) => textKey(edge, text)));
  const pagesByHeight = countPages(regions, (region) => [heightKey(region)]);
  const body = bodyExtent(regions);
  return regions.map((region) => {
    if (region.edge === undefined) return region;
    const isNumber = totalPages > 1 && region.lines.every(({ text }) => PAGE_NUMBER.test(text));
    const repeats = region.lines.some(({ text }) => (pagesByText.get(textKey(region.edge, text)) ?? 0) > 1);
    const isApart = region.edge === 'header' ? bottomOf(region) < body.top : topOf(region) > body.bottom;
    const stands = (pagesByHeight.get(heightKey(region)) ?? 0) >= MIN_PAGES_AT_HEIGHT && isApart;
    if (isNumber || repeats || stands) return region;
    const { page, lines } = region;
    return { page, lines };
  });
}

function countPages(
  regions: readonly PageRegion[],
  keysOf: (region: PageRegion) => readonly string[],
): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<number>>();
  for (const region of regions) {
    if (region.edge === undefined) continue;
    for (const key of keysOf(region)) pages.set(key, (pages.get(key) ?? new Set()).add(region.page));
  }
  return new Map([...pages].map(([key, set]) => [key, set.size]));
}

function textKey(edge: PageRegion['edge'], text: string): string {
  return `${edge}:${text.toLowerCase().replace(/\d+|\b[ivxlc]+\b/g, '#')}`;
}

/** Headers are compared by their last line's foot and footers by their first line's head, to 3 points. */
function heightKey(region: PageRegion): string {
  return `${region.edge}:${Math.round((region.edge === 'header' ? bottomOf(region) : topOf(region)) / 3)}`;
}

/** Where body text usually starts and ends; a tenth of the pages may differ. */
function bodyExtent(regions: readonly PageRegion[]): { readonly top: number; readonly bottom: number } {
  const tops = new Map<number, number>();
  const bottoms = new Map<number, number>();
  for (const region of regions) {
    if (region.edge !== undefined) continue;
    tops.set(region.page, Math.min(tops.get(region.page) ?? Infinity, topOf(region)));
    bottoms.set(region.page, Math.max(bottoms.get(region.page) ?? -Infinity, bottomOf(region)));
  }
  return { top: quantile([...tops.values()], 0.1), bottom: quantile([...bottoms.values()], 0.9) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function topOf({ lines }: PageRegion): number {
  return boxAround(lines).top;
}

function bottomOf({ lines }: PageRegion): number {
  return boxAround(lines).bottom;
}

import { isCapitals, type LineGroup } from './line-groups.ts';

const MAX_HEADING_CHARACTERS = 160;
const MAX_HEADING_LINES = 3;
/** Titles are larger than headings and may be longer. */
const TITLE_GROWTH = 1.5;
const MAX_TITLE_CHARACTERS = 260;
const MAX_TITLE_LINES = 5;
/** Headings must stay a small part of a document; where "headings" are most of it, size means something else. */
const MAX_HEADING_SHARE = 0.4;
/** How much larger than the text a heading is. Sizes from OCR are rough. */
const GROWTH = 1.12;
const OCR_GROWTH = 1.4;
/** `2.1 Methods`, `IV. RESULTS`, `A. Data`: a number that sections carry. */
const SECTION_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\p{L})/u;

/**
 * Gives every heading its level. Headings are what is set off from the text that most of the document is in: a larger size,
 * bold at the same size, or a section number with capitals or italics. Levels follow the styles in use from prominent to plain.
 */
export function markHeadings(
  groups: readonly LineGroup[],
  { isOcr }: { readonly isOcr: boolean },
): readonly LineGroup[] {
  const bodySize = mostUsedSize(groups);
  const growth = isOcr ? OCR_GROWTH : GROWTH;
  const headings = new Set(
    groups.filter(
      (group, index) => isHeading(group, { bodySize, growth }) || isItalicHeading(group, groups[index + 1]),
    ),
  );
  if (charactersOf([...headings]) > charactersOf(groups) * MAX_HEADING_SHARE) return groups;
  const styles = stylesInUse([...headings]);
  return groups.map((group) => (headings.has(group) ? { ...group, level: levelOf(group, styles) } : group));
}

/** Font size of most characters; ties go to the smaller. */
export function mostUsedSize(groups: readonly LineGroup[]): number {
  const charactersBySize = new Map<number, number>();
  for (const line of groups.flatMap(({ lines }) => lines)) {
    const size = roundSize(line.size);
    charactersBySize.set(size, (charactersBySize.get(size) ?? 0) + line.text.length);
  }
  const [most] = [...charactersBySize].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
  return most?.[0] ?? 0;
}

function isHeading(
  group: LineGroup,
  { bodySize, growth }: { readonly bodySize: number; readonly growth: number },
): boolean {
  if (group.edge !== undefined || group.table !== undefined || group.isMonospace) return false;
  const text = groupText(group);
  if (!/\p{L}{2}/u.test(text) || isTooLong(group, text, bodySize)) return false;
  if (group.marker !== undefined && !group.marker.isOrdered) return false;
  if (
    /[,;]$/.test(text) ||
    /^(?:figure|fig\.|table)\s+\d/i.test(text) ||
    group.lines.some(({ isContentsEntry }) => isContentsEntry)
  )
    return false;
  if (group.size > bodySize * growth) return growth === GROWTH || /^[\p{Lu}\d].*[^.,;]$/su.test(text);
  if (group.size < bodySize * 0.9 || group.lines.length > 2 || /[.:]$/.test(text)) return false;
  return group.isBold || (SECTION_NUMBER.test(text) && (group.isItalic || isCapitals(text)));
}

function isTooLong({ lines, size }: LineGroup, text: string, bodySize: number): boolean {
  return size > bodySize * TITLE_GROWTH
    ? lines.length > MAX_TITLE_LINES || text.length > MAX_TITLE_CHARACTERS
    : lines.length > MAX_HEADING_LINES || text.length > MAX_HEADING_CHARACTERS;
}

/** An italic line right above a paragraph, flush with it, is the heading of it. */
function isItalicHeading(group: LineGroup, next: LineGroup | undefined): boolean {
  if (next === undefined || next.page !== group.page || group.edge !== undefined || group.marker !== undefined)
    return false;
  const text = groupText(group);
  const isTitle = group.isItalic && group.lines.length === 1 && text.length < 80 && /^\p{Lu}.*[\p{L}\d)]$/u.test(text);
  const gap = next.top - group.bottom;
  const isFlush = Math.abs(next.left - group.left) < 3 && gap > -2 && gap < group.size * 0.8;
  return isTitle && isFlush && !next.isItalic && next.table === undefined && next.lines.length > 1;
}

/** Style numbers that make levels, most prominent first: those used twice, and the most prominent of all. */
function stylesInUse(headings: readonly LineGroup[]): readonly number[] {
  const uses = new Map<number, number>();
  for (const heading of headings) uses.set(styleOf(heading), (uses.get(styleOf(heading)) ?? 0) + 1);
  const styles = [...uses.keys()].toSorted((one, other) => other - one);
  return styles.filter((style, index) => index === 0 || (uses.get(style) ?? 0) > 1);
}

/** One number per style, larger for more prominent: size first, then bold, then capitals. */
function styleOf(group: LineGroup): number {
  const weight = group.isBold ? 0.6 : isCapitals(groupText(group)) ? 0.3 : 0;
  return Math.round(group.size) + weight;
}

/** A style of its own that is used once ranks with the next more common one below it. */
function levelOf(group: LineGroup, styles: readonly number[]): number {
  const above = styles.filter((style) => style > styleOf(group)).length;
  return Math.min(6, above + 1);
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function charactersOf(groups: readonly LineGroup[]): number {
  return groups.reduce((sum, group) => sum + groupText(group).length, 0);
}

/** The lines of a group, one per line. */
export function groupText(group: LineGroup): string {
  return group.lines.map(({ text }) => text).join('\n');
}

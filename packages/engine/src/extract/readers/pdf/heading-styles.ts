import type { LineGroup } from './line-groups.ts';

const MAX_HEADING_CHARACTERS = 160;
const MAX_HEADING_LINES = 3;
/** Headings must stay a small part of a document; where "headings" are most of it, size means something else. */
const MAX_HEADING_SHARE = 0.4;

/** Level of every group that is a heading, 1 to 6; groups that are not in the map are something else. */
export type HeadingLevels = ReadonlyMap<LineGroup, number>;

/**
 * Finds headings by what sets them off from the text most of the document is in: a larger size, or bold at the same size.
 * Levels follow the styles from large to small, and a dotted number (`3.2.1`) where a heading carries one.
 */
export function findHeadings(groups: readonly LineGroup[], { isOcr }: { readonly isOcr: boolean }): HeadingLevels {
  const bodySize = mostUsedSize(groups);
  const headings = groups.filter((group) => isHeading(group, { bodySize, growth: isOcr ? 1.35 : 1.12 }));
  if (charactersOf(headings) > charactersOf(groups) * MAX_HEADING_SHARE) return new Map();
  const styles = [...new Set(headings.map(styleOf))].toSorted((one, other) => other - one);
  return new Map(headings.map((group) => [group, levelOf(group, styles)]));
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
  if (group.lines.length > MAX_HEADING_LINES || text.length > MAX_HEADING_CHARACTERS || !/\p{L}{2}/u.test(text))
    return false;
  if (group.marker !== undefined && !group.marker.isOrdered) return false;
  if (/[,;]$/.test(text) || /^(?:figure|fig\.|table)\s+\d/i.test(text)) return false;
  if (group.size > bodySize * growth) return true;
  return group.isBold && group.size >= bodySize * 0.95 && !/[.:]$/.test(text) && group.lines.length <= 2;
}

/** One number per style, larger for more prominent: size first, bold second. */
function styleOf(group: LineGroup): number {
  return roundSize(group.size) * 2 + (group.isBold ? 1 : 0);
}

function levelOf(group: LineGroup, styles: readonly number[]): number {
  return Math.min(6, styles.indexOf(styleOf(group)) + 1);
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

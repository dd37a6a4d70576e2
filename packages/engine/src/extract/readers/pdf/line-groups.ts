import { boxAround, median, type Box, type PageLine, type PageRegion, type PageTable } from './page-content.ts';
import { parseListMarker, type ListMarker } from './list-marker.ts';

/** Lines that belong together, before it is decided what they are. */
export interface LineGroup extends Box {
  readonly page: number;
  readonly edge?: PageRegion['edge'];
  readonly lines: readonly PageLine[];
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospace: boolean;
  readonly marker?: ListMarker;
  readonly table?: PageTable;
  /** Headings only: 1 to 6. */
  readonly level?: number;
}

/** Two sizes within this share are one size: engines round. */
const SIZE_TOLERANCE = 0.07;

/** Cuts the lines of a region into paragraphs, list items, headings, code and tables. */
export function groupLines(region: PageRegion): LineGroup[] {
  const geometry = measure(region.lines);
  const groups: PageLine[][] = [];
  for (const line of region.lines) {
    const group = groups.at(-1);
    if (group === undefined || startsGroup(group, line, geometry)) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => toGroup(region, group));
}

interface RegionGeometry {
  readonly left: number;
  readonly right: number;
  /** Usual distance from one line's top to the next, by rounded size. */
  readonly pitchBySize: ReadonlyMap<number, number>;
}

function measure(lines: readonly PageLine[]): RegionGeometry {
  const gaps = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !isSameSize(line, next)) continue;
    const key = Math.round(line.size);
    const pitch = next.bottom - line.bottom;
    if (pitch <= 0 || pitch >= line.size * 3) continue;
    const pitches = gaps.get(key) ?? [];
    pitches.push(pitch);
    gaps.set(key, pitches);
  }
  const pitchBySize = new Map([...gaps].map(([size, pitches]) => [size, usualPitch(pitches)]));
  const { left, right } = boxAround(lines);
  return { left, right, pitchBySize };
}

/** The lower quartile: within paragraphs lines are closest, and most lines are within paragraphs. */
function usualPitch(pitches: readonly number[]): number {
  const sorted = pitches.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}

function startsGroup(group: readonly PageLine[], line: PageLine, geometry: RegionGeometry): boolean {
  const previous = group.at(-1);
  const first = group[0];
  if (previous === undefined || first === undefined) return true;
  if (line.table !== undefined || previous.table !== undefined) return true;
  if (!isSameSize(previous, line) || previous.isMonospace !== line.isMonospace) return true;
  if (isFarBelow(previous, line, geometry)) return true;
  if (line.isMonospace) return false;
  if (previous.isBold !== line.isBold && startsStyle(previous, geometry)) return true;
  if (previous.isItalic && !line.isItalic && group.length === 1 && startsStyle(previous, geometry)) return true;
  const marker = parseListMarker(line.text);
  if (marker !== undefined && isItemStart(first, previous, line, marker)) return true;
  return startsParagraph(group, line, geometry);
}

function isSameSize(one: PageLine, other: PageLine): boolean {
  return Math.abs(one.size - other.size) <= Math.max(one.size, other.size) * SIZE_TOLERANCE;
}

function isFarBelow(previous: PageLine, line: PageLine, { pitchBySize }: RegionGeometry): boolean {
  const pitch = line.bottom - previous.bottom;
  const usual = pitchBySize.get(Math.round(line.size)) ?? line.size * 1.25;
  return pitch > Math.max(usual * 1.3, usual + 2) || pitch < -line.size;
}

/**
 * A bold line is a heading where it stops short; a full one that reads on is text that begins or ends with bold words, as
 * engines give one style for a whole line.
 */
function startsStyle(previous: PageLine, { left, right }: RegionGeometry): boolean {
  const isFull = previous.right > right - (right - left) * 0.12;
  return !isFull || /[.:!?]["\u201d')]*$/.test(previous.text);
}

/** A marker starts an item after another item or a lead-in; a lone `12. ` inside running text is a wrapped number. */
function isItemStart(first: PageLine, previous: PageLine, line: PageLine, marker: ListMarker): boolean {
  if (!marker.isOrdered) return line.left < previous.left + line.size * 3;
  const before = parseListMarker(first.text);
  if (before !== undefined && before.isOrdered && before.ordinal + 1 === marker.ordinal) return true;
  const isOutdented = line.left < previous.left - line.size * 0.7;
  return marker.ordinal === 1 || isOutdented || /[.:;!?]["\u201d')]?$/.test(previous.text);
}

/** Indents and short last lines separate paragraphs that no extra space separates. */
function startsParagraph(group: readonly PageLine[], line: PageLine, geometry: RegionGeometry): boolean {
  const previous = group.at(-1);
  const first = group[0];
  if (previous === undefined || first === undefined) return true;
  const indent = line.left - previous.left;
  const isContinuationOfItem = parseListMarker(first.text) !== undefined && group.length === 1;
  const endsSentence = /[.!?:\u3002][")\]\u201d'\u2019]*$/.test(previous.text);
  if (isContinuationOfItem || (isCapitals(previous.text) && isCapitals(line.text))) return false;
  if (indent > line.size * 0.7 && indent < line.size * 5 && (endsSentence || group.length > 2)) return true;
  const isShort = previous.right < geometry.right - (geometry.right - geometry.left) * 0.15;
  const isOutdented = indent < -line.size * 0.7 && group.length > 1;
  if (isOutdented && endsSentence) return true;
  return (
    endsSentence &&
    isShort &&
    indent > -line.size * 0.7 &&
    /^[\p{Lu}\p{Lt}\p{Lo}\d"\u201c(\u2022]/u.test(line.text) &&
    isMuchShorter(group, previous)
  );
}

/** Whether text is in capitals, as headings of some styles are. */
export function isCapitals(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}/u.test(text);
}

/** A last line is well short of the widest of its paragraph; ragged lines of one paragraph differ by a word. */
function isMuchShorter(group: readonly PageLine[], previous: PageLine): boolean {
  const { right } = boxAround(group);
  return group.length > 1 ? right - previous.right > (right - previous.left) * 0.15 : true;
}

function toGroup(region: PageRegion, lines: readonly PageLine[]): LineGroup {
  const [first] = lines;
  const marker = first === undefined || first.isMonospace ? undefined : parseListMarker(first.text);
  const sizes = lines.map(({ size }) => size);
  return {
    ...boxAround(lines),
    page: region.page,
    lines,
    size: median(sizes),
    isBold: lines.every(({ isBold }) => isBold),
    isItalic: lines.every(({ isItalic }) => isItalic),
    isMonospace: lines.every(({ isMonospace }) => isMonospace) && first?.table === undefined,
    ...(region.edge === undefined ? {} : { edge: region.edge }),
    ...(marker === undefined ? {} : { marker }),
    ...(first?.table === undefined ? {} : { table: first.table }),
  };
}

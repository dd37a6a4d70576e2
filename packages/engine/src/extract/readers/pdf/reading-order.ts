import { boxAround, centerX, centerY, median, type Box } from './page-content.ts';

/** What is put in order: a text run or a table. */
export interface OrderedElement extends Box {
  /** Characters of text; tables count as none, they never make a column. */
  readonly characters: number;
}

interface Gutter {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const MAX_DEPTH = 12;
/** Fewest rows that a column has on either side of a gutter. */
const MIN_COLUMN_ROWS = 3;
/** Mean characters per row from which a side reads as prose rather than as labels or list markers. */
const MIN_ROW_CHARACTERS = 14;
/** Mean characters per row up to which a narrow side may be labels. */
const MAX_LABEL_CHARACTERS = 24;
/** Places tried before a part counts as one column. */
const MAX_CANDIDATES = 24;
/** Points between the positions looked at. */
const STEP = 2;

/**
 * Cuts a page into single columns, in reading order: the tallest empty vertical strip with prose on both sides is a gutter;
 * what crosses it lies above or below, and every part is cut again.
 */
export function cutIntoColumns<Element extends OrderedElement>(elements: readonly Element[]): Element[][] {
  const regions: Element[][] = [];
  const pending: Array<{ readonly part: readonly Element[]; readonly depth: number }> = [{ part: elements, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, depth } = next;
    const gutter = depth < MAX_DEPTH ? findGutter(part) : undefined;
    if (gutter === undefined) {
      if (part.length > 0) regions.push([...part]);
      continue;
    }
    for (const piece of splitAt(part, gutter).toReversed()) pending.push({ part: piece, depth: depth + 1 });
  }
  return regions;
}

/** Above, left column, right column, below. */
function splitAt<Element extends Box>(elements: readonly Element[], gutter: Gutter): Element[][] {
  const above: Element[] = [];
  const left: Element[] = [];
  const right: Element[] = [];
  const below: Element[] = [];
  for (const element of elements) {
    const y = centerY(element);
    if (y < gutter.top) above.push(element);
    else if (y > gutter.bottom) below.push(element);
    else if (centerX(element) < gutter.x) left.push(element);
    else right.push(element);
  }
  return [above, left, right, below];
}

function findGutter(elements: readonly OrderedElement[]): Gutter | undefined {
  if (elements.length < MIN_COLUMN_ROWS * 2) return undefined;
  const bounds = boxAround(elements);
  const lineHeight = median(elements.map(({ top, bottom }) => bottom - top));
  const strips = joinGaps(findGaps(elements, { bounds, lineHeight }));
  const ranked = strips.toSorted((one, other) => prominence(other, lineHeight) - prominence(one, lineHeight));
  return ranked.slice(0, MAX_CANDIDATES).find((strip) => partsColumns(elements, strip));
}

interface Strip extends Gutter {
  readonly width: number;
}

/** Neighbouring gaps of one height are one strip; the cut goes through its middle. */
function joinGaps(gaps: readonly Gutter[]): Strip[] {
  const strips: Array<{ readonly first: number; last: number; readonly gap: Gutter }> = [];
  for (const gap of gaps) {
    const strip = strips.at(-1);
    if (strip !== undefined && isSameStretch(strip.gap, gap) && gap.x - strip.last < STEP * 1.5) strip.last = gap.x;
    else strips.push({ first: gap.x, last: gap.x, gap });
  }
  return strips.map(({ first, last, gap }) => ({ ...gap, x: (first + last) / 2, width: last - first + STEP }));
}

function isSameStretch(one: Gutter, other: Gutter): boolean {
  return Math.abs(one.top - other.top) < 1 && Math.abs(one.bottom - other.bottom) < 1;
}

/** Tall beats short; of equally tall strips the wider one is the gutter, the others part labels from text. */
function prominence(strip: Strip, lineHeight: number): number {
  return heightOf(strip) * (1 + 0.1 * Math.min(2, strip.width / lineHeight));
}

/** Empty vertical stretches of some height, the tallest at each position. */
function findGaps(
  elements: readonly OrderedElement[],
  { bounds, lineHeight }: { readonly bounds: Box; readonly lineHeight: number },
): Gutter[] {
  const width = bounds.right - bounds.left;
  const sorted = elements.toSorted((one, other) => one.top - other.top);
  const halfWidth = Math.max(3, lineHeight * 0.4);
  const gaps: Gutter[] = [];
  for (let x = bounds.left + width * 0.12; x < bounds.right - width * 0.12; x += STEP) {
    const gap = tallestGap(sorted, { x, halfWidth, bounds });
    if (heightOf(gap) >= lineHeight * MIN_COLUMN_ROWS) gaps.push(gap);
  }
  return gaps;
}

function heightOf({ top, bottom }: Gutter): number {
  return bottom - top;
}

/** The tallest stretch of the line at `x` that no element touches. `sorted` is by top. */
function tallestGap(
  sorted: readonly OrderedElement[],
  { x, halfWidth, bounds }: { readonly x: number; readonly halfWidth: number; readonly bounds: Box },
): Gutter {
  let reached = bounds.top;
  let best: Gutter = { x, top: bounds.top, bottom: bounds.top };
  for (const element of sorted) {
    if (element.left >= x + halfWidth || element.right <= x - halfWidth) continue;
    if (element.top - reached > best.bottom - best.top) best = { x, top: reached, bottom: element.top };
    reached = Math.max(reached, element.bottom);
  }
  return bounds.bottom - reached > best.bottom - best.top ? { x, top: reached, bottom: bounds.bottom } : best;
}

/** Whether there is a column of prose on both sides. */
function partsColumns(elements: readonly OrderedElement[], gutter: Gutter): boolean {
  const [, left = [], right = []] = splitAt(elements, gutter);
  if (left.length < MIN_COLUMN_ROWS || right.length < MIN_COLUMN_ROWS) return false;
  const leftRows = countRows(left);
  const rightRows = countRows(right);
  return isColumn(left, leftRows) && isColumn(right, rightRows) && !isLabelled(left, right, [leftRows, rightRows]);
}

function isColumn(side: readonly OrderedElement[], rows: readonly Row[]): boolean {
  if (rows.length < MIN_COLUMN_ROWS) return false;
  const bounds = boxAround(side);
  const filled = rows.reduce((sum, row) => sum + row.width, 0) / (rows.length * (bounds.right - bounds.left));
  return countCharacters(side) / rows.length >= MIN_ROW_CHARACTERS && filled >= 0.4;
}

/** Short texts that each stand beside a row of the other side are labels of a form or terms of a definition list. */
function isLabelled(
  left: readonly OrderedElement[],
  right: readonly OrderedElement[],
  [leftRows, rightRows]: readonly [readonly Row[], readonly Row[]],
): boolean {
  const isLeftNarrow = widthOf(left) < widthOf(right);
  const [narrow, wide] = isLeftNarrow ? [left, right] : [right, left];
  const [narrowRows, wideRows] = isLeftNarrow ? [leftRows, rightRows] : [rightRows, leftRows];
  const paired = narrowRows.filter(({ top }) => wideRows.some((other) => Math.abs(other.top - top) < 2)).length;
  const isShort = countCharacters(narrow) < narrowRows.length * MAX_LABEL_CHARACTERS;
  return isShort && paired >= narrowRows.length * 0.8 && widthOf(narrow) < widthOf(wide) * 0.6;
}

function countCharacters(elements: readonly OrderedElement[]): number {
  return elements.reduce((sum, { characters }) => sum + characters, 0);
}

function widthOf(boxes: readonly Box[]): number {
  const { left, right } = boxAround(boxes);
  return right - left;
}

interface Row {
  readonly top: number;
  readonly width: number;
}

function countRows(elements: readonly OrderedElement[]): Row[] {
  const rows: Array<{ top: number; bottom: number; width: number }> = [];
  for (const element of elements.toSorted((one, other) => centerY(one) - centerY(other))) {
    const last = rows.at(-1);
    if (last !== undefined && centerY(element) < last.bottom) {
      last.width += element.right - element.left;
      last.bottom = Math.max(last.bottom, element.bottom);
    } else {
      rows.push({ top: element.top, bottom: element.bottom, width: element.right - element.left });
    }
  }
  return rows;
}

/** A rectangle in points from the top left corner of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A stretch of text of one style on one line, as the engine gives it. */
export interface TextRun extends Box {
  readonly text: string;
  /** Font size in points after scaling; from the box height where the engine does not tell, as in OCR. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospace: boolean;
}

/** A table that the engine found, with its cells as text. */
export interface PageTable extends Box {
  readonly headerRows: number;
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** What the engine knows of one page, before reading order. */
export interface PageContent {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly tables: readonly PageTable[];
  /** Whether the page has no content at all; without text but not blank means a picture. */
  readonly isBlank: boolean;
}

/** One line of text, or a whole table standing for one. */
export interface PageLine extends Box {
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospace: boolean;
  /** Whether it is an entry of a table of contents, by its shape. */
  readonly isContentsEntry: boolean;
  readonly table?: PageTable;
}

/** A line that still knows its runs; only while a page is put together, as long documents have many. */
export interface RunLine extends PageLine {
  readonly runs: readonly TextRun[];
}

/** Lines of one column in order. `edge` marks a strip at the top or bottom of the page. */
export interface PageRegion {
  readonly page: number;
  readonly lines: readonly PageLine[];
  readonly edge?: 'header' | 'footer';
}

export function centerX(box: Box): number {
  return (box.left + box.right) / 2;
}

export function centerY(box: Box): number {
  return (box.top + box.bottom) / 2;
}

/** The smallest box around all of them; an empty list gives a box of no size. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

/** The middle value; 0 of an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? 0;
}

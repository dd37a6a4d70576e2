import {
  childElements,
  childrenNamed,
  descendantAt,
  firstChild,
  integerAttribute,
  type XmlElement,
} from '../../xml/xml-element.ts';
import { layOutCells, type SpannedCell } from '../office/span-grid.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { readInline } from './inline-text.ts';
import { isSwitchedOn, type StyleSheet } from './styles.ts';

export interface WordTable {
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly headerRows: number;
  /** Set when the table is one cell and hence no table. */
  readonly onlyCell?: XmlElement;
}

/** Rows and cells may stand inside these. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

/** Reads a table (`w:tbl`); deleted rows are left out, tables within cells become text. */
export function readTable(table: XmlElement, styles: StyleSheet, budget: TextBudget): WordTable {
  const rows = unwrapped(table, 'w:tr').filter((row) => firstChild(firstChild(row, 'w:trPr'), 'w:del') === undefined);
  const cells = rows.map((row) => unwrapped(row, 'w:tc'));
  const [onlyRow] = cells;
  if (cells.length === 1 && onlyRow?.length === 1 && onlyRow[0] !== undefined) {
    return { rows: [], headerRows: 0, onlyCell: onlyRow[0] };
  }
  const merged = new VerticalMerges();
  const spanned = cells.map((row) => merged.resolve(row.map((cell) => readCell(cell, styles))));
  return { rows: layOutCells(spanned, budget), headerRows: countHeaderRows(table, rows) };
}

interface WordCell extends SpannedCell {
  readonly continuesAbove: boolean;
}

/** Remembers by column the cell that vertically merged cells continue. */
class VerticalMerges {
  #above = new Map<number, string>();

  resolve(row: readonly WordCell[]): SpannedCell[] {
    const below = new Map<number, string>();
    let column = 0;
    const resolved = row.map((cell) => {
      const text = cell.continuesAbove ? (this.#above.get(column) ?? cell.text) : cell.text;
      below.set(column, text);
      column += cell.columnSpan;
      return { text, columnSpan: cell.columnSpan, rowSpan: 1 };
    });
    this.#above = below;
    return resolved;
  }
}

function readCell(cell: XmlElement, styles: StyleSheet): WordCell {
  const properties = firstChild(cell, 'w:tcPr');
  const merge = firstChild(properties, 'w:vMerge');
  return {
    text: cellText(cell, styles),
    columnSpan: integerAttribute(firstChild(properties, 'w:gridSpan'), 'w:val') ?? 1,
    rowSpan: 1,
    continuesAbove: merge !== undefined && merge.attributes['w:val'] !== 'restart',
  };
}

/** All text of a cell on one line; paragraphs, boxes and inner tables follow one another. */
function cellText(element: XmlElement, styles: StyleSheet): string {
  const texts: string[] = [];
  for (const child of childElements(element)) {
    if (child.name === 'w:p') {
      const { text, textBoxes } = readInline(child, styles);
      texts.push(text, ...textBoxes.map((box) => cellText(box, styles)));
    } else if (child.name !== 'w:tcPr' && child.name !== 'w:del') {
      texts.push(cellText(child, styles));
    }
  }
  return texts.filter((text) => text.trim() !== '').join(' ');
}

/** The first row names the columns unless the table's look switches that off; Word can mark more rows. */
function countHeaderRows(table: XmlElement, rows: readonly XmlElement[]): number {
  const firstBodyRow = rows.findIndex((row) => isSwitchedOn(descendantAt(row, 'w:trPr', 'w:tblHeader')) !== true);
  if (firstBodyRow > 0) return firstBodyRow;
  const look = descendantAt(table, 'w:tblPr', 'w:tblLook')?.attributes;
  const isFirstRowPlain = look?.['w:firstRow'] === '0' && look['w:firstColumn'] === '1';
  return rows.length > 1 && !isFirstRowPlain ? 1 : 0;
}

function unwrapped(element: XmlElement, name: string): XmlElement[] {
  const direct = childrenNamed(element, name);
  if (direct.length === childElements(element).length) return direct;
  return childElements(element).flatMap((child) => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? unwrapped(child, name) : [];
  });
}

import { childElements, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';
import { layOutCells, type SpannedCell } from '../office/span-grid.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { readOdfInline } from './inline-text.ts';
import type { OdfStyles } from './styles.ts';

export interface OdfTable {
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly headerRows: number;
  /** Set when the table is one cell and hence no table. */
  readonly onlyCell?: XmlElement;
}

interface RowElement {
  readonly element: XmlElement;
  readonly isHeader: boolean;
}

/** What LibreOffice holds in a sheet. */
const MAX_COLUMNS = 16_384;
const ROW_GROUPS = new Set(['table:table-rows', 'table:table-row-group', 'table:table-header-rows']);

/** Reads a table within text or a slide. */
export function readOdfTable(table: XmlElement, styles: OdfStyles, budget: TextBudget): OdfTable {
  const rows = listRows(table, false);
  const [onlyRow] = rows;
  const onlyCells = onlyRow === undefined ? [] : childElements(onlyRow.element);
  if (rows.length === 1 && onlyCells.length === 1 && onlyCells[0] !== undefined) {
    return { rows: [], headerRows: 0, onlyCell: onlyCells[0] };
  }
  const spanned = rows.map(({ element }) => readRow(element, styles, budget));
  const declaredHeaders = rows.findIndex((row) => !row.isHeader);
  const headerRows = Math.max(declaredHeaders, rows.length > 1 ? 1 : 0);
  return { rows: layOutCells(spanned, budget), headerRows };
}

function listRows(container: XmlElement, isHeader: boolean): RowElement[] {
  return childElements(container).flatMap((child) => {
    if (child.name === 'table:table-row') return [{ element: child, isHeader }];
    if (!ROW_GROUPS.has(child.name)) return [];
    return listRows(child, isHeader || child.name === 'table:table-header-rows');
  });
}

/** Cells covered by a merge (`table:covered-table-cell`) are filled in from the cell that covers them. */
function readRow(row: XmlElement, styles: OdfStyles, budget: TextBudget): SpannedCell[] {
  const cells: SpannedCell[] = [];
  for (const cell of childElements(row)) {
    if (cell.name !== 'table:table-cell') continue;
    const text = odfCellText(cell, styles);
    const repeats = Math.max(1, Math.min(MAX_COLUMNS, integerAttribute(cell, 'table:number-columns-repeated') ?? 1));
    budget.take(repeats);
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      cells.push({
        text,
        columnSpan: integerAttribute(cell, 'table:number-columns-spanned') ?? 1,
        rowSpan: integerAttribute(cell, 'table:number-rows-spanned') ?? 1,
      });
    }
  }
  return cells;
}

/** All text of a cell on one line. */
export function odfCellText(element: XmlElement, styles: OdfStyles): string {
  const texts: string[] = [];
  for (const child of childElements(element)) {
    if (child.name === 'text:p' || child.name === 'text:h') {
      const content = readOdfInline(child, styles);
      texts.push(content.text, ...[...content.textBoxes, ...content.tables].map((inner) => odfCellText(inner, styles)));
    } else if (child.name !== 'office:annotation') {
      texts.push(odfCellText(child, styles));
    }
  }
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

import type { RawBlock } from '../../raw-block.ts';
import { childElements, integerAttribute, type XmlElement } from '../../xml/xml-element.ts';
import { BlockWriter } from '../office/block-writer.ts';
import { fillMergedCells, type Cell, type CellRange, type GridRow } from '../office/cell-grid.ts';
import type { TextBudget } from '../office/text-budget.ts';
import { writeSheet } from '../office/write-sheet.ts';
import { odfCellText } from './table.ts';
import type { OdfStyles } from './styles.ts';

const SHEET_LEVEL = 1;
const CELL_NAMES = new Set(['table:table-cell', 'table:covered-table-cell']);

/** One sheet of an OpenDocument spreadsheet, gathered row by row. */
export class OdfSheet {
  readonly #name: string;
  readonly #styles: OdfStyles;
  readonly #budget: TextBudget;
  readonly #rows: GridRow[] = [];
  readonly #merges: CellRange[] = [];
  #nextRow = 1;

  constructor(name: string, styles: OdfStyles, budget: TextBudget) {
    this.#name = name;
    this.#styles = styles;
    this.#budget = budget;
  }

  /** Takes in a `table:table-row`, which may stand for many equal rows. Blank rows cost nothing. */
  addRow(element: XmlElement): void {
    const repeats = Math.max(1, integerAttribute(element, 'table:number-rows-repeated') ?? 1);
    const cells = this.#readCells(element);
    if (cells.size > 0) {
      const length = [...cells.values()].reduce((sum, cell) => sum + cell.text.length, 1);
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        this.#budget.take(length);
        this.#rows.push({ index: this.#nextRow + repeat, cells: repeat === 0 ? cells : new Map(cells) });
      }
    }
    this.#nextRow += repeats;
  }

  /** The sheet under its name; nothing for a sheet without content. */
  finish(page: number): readonly RawBlock[] {
    fillMergedCells(this.#rows, this.#merges, this.#budget);
    const writer = new BlockWriter(this.#budget);
    writer.moveTo({ page });
    writeSheet(this.#rows, { writer, budget: this.#budget });
    const blocks = writer.finish();
    return blocks.length === 0 ? [] : [{ kind: 'heading', level: SHEET_LEVEL, text: this.#name, page }, ...blocks];
  }

  #readCells(row: XmlElement): Map<number, Cell> {
    const cells = new Map<number, Cell>();
    let column = 0;
    for (const element of childElements(row)) {
      if (!CELL_NAMES.has(element.name)) continue;
      const repeats = Math.max(1, integerAttribute(element, 'table:number-columns-repeated') ?? 1);
      const cell = element.name === 'table:table-cell' ? this.#readCell(element) : undefined;
      if (cell !== undefined) {
        this.#budget.take(repeats * cell.text.length);
        for (let repeat = 0; repeat < repeats; repeat += 1) cells.set(column + repeat, cell);
        this.#noteMerge(element, column);
      }
      column += repeats;
    }
    return cells;
  }

  #readCell(element: XmlElement): Cell | undefined {
    const type = element.attributes['office:value-type'] ?? 'string';
    const text = odfCellText(element, this.#styles);
    if (text === '' || element.attributes['calcext:value-type'] === 'error') return undefined;
    return { text, isText: type === 'string', isCovered: false };
  }

  #noteMerge(element: XmlElement, column: number): void {
    const columns = integerAttribute(element, 'table:number-columns-spanned') ?? 1;
    const rows = integerAttribute(element, 'table:number-rows-spanned') ?? 1;
    if (columns <= 1 && rows <= 1) return;
    this.#merges.push({
      firstRow: this.#nextRow,
      lastRow: this.#nextRow + rows - 1,
      firstColumn: column,
      lastColumn: column + columns - 1,
    });
  }
}

import { ExtractError } from '@dsgen/core';
import type { RawBlock, RawDocument } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import type { DocumentSource, ExtractContext } from '../source.ts';
import { childrenNamed, descendantsNamed, firstChild, type XmlElement } from '../xml/xml-element.ts';
import { BlockWriter } from './office/block-writer.ts';
import { drawingText } from './office/drawing-text.ts';
import { writeGraphic } from './office/graphic.ts';
import { OpcPackage } from './office/opc-package.ts';
import { TextBudget } from './office/text-budget.ts';
import { fillMergedCells, parseCellRange, type CellRange, type GridRow } from './office/cell-grid.ts';
import { readNumberKinds } from './xlsx/number-format.ts';
import { readRow, richText, type WorkbookValues } from './xlsx/sheet-rows.ts';
import { writeSheet } from './office/write-sheet.ts';

const OPENXML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MACRO_ENABLED = 'application/vnd.ms-excel';
const SHEET_LEVEL = 1;

/** Excel workbooks and templates (Office Open XML): per visible sheet a heading, its tables and its text boxes. */
export const xlsxReader: Reader = {
  name: 'xlsx',
  mediaTypes: [
    `${OPENXML}.sheet`,
    `${OPENXML}.template`,
    `${MACRO_ENABLED}.sheet.macroEnabled.12`,
    `${MACRO_ENABLED}.template.macroEnabled.12`,
  ],
  async read(source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
    const parts = new OpcPackage(source.bytes, context.limits);
    const workbook = readWorkbook(parts);
    if (workbook.sheets.length > context.limits.maxPages) {
      throw new ExtractError(
        'too-large',
        `${workbook.sheets.length} sheets; at most ${context.limits.maxPages} are read.`,
      );
    }
    const budget = new TextBudget(context.limits.maxTextLength);
    const blocks = workbook.sheets.flatMap((sheet, index) => {
      context.signal.throwIfAborted();
      return sheet.isHidden ? [] : readSheet({ parts, sheet, values: workbook.values, page: index + 1 }, budget);
    });
    const hidden = workbook.sheets.filter((sheet) => sheet.isHidden).length;
    const title = parts.title();
    return {
      blocks,
      pageCount: workbook.sheets.length,
      ...(title === undefined ? {} : { title }),
      ...(hidden === 0
        ? {}
        : { warnings: [`${hidden} of ${workbook.sheets.length} sheets are hidden and were left out.`] }),
    };
  },
};

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

function readWorkbook(parts: OpcPackage): { readonly sheets: readonly Sheet[]; readonly values: WorkbookValues } {
  const mainPart = parts.mainPart('xl/workbook.xml');
  const relationships = parts.relationships(mainPart);
  const root = parts.tree(mainPart);
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  const sheets = childrenNamed(firstChild(root, 'sheets'), 'sheet').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: targets.get(attributes['r:id'] ?? '') ?? '',
    isHidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? ''),
  }));
  const sharedStrings: string[] = [];
  parts.stream(
    relationships.find(({ type }) => type === 'sharedStrings')?.target,
    (name) => name === 'si',
    (element) => sharedStrings.push(richText(element)),
  );
  const date1904 = firstChild(root, 'workbookPr')?.attributes['date1904'] ?? '';
  const numberKinds = readNumberKinds(parts.tree(relationships.find(({ type }) => type === 'styles')?.target));
  return { sheets, values: { sharedStrings, numberKinds, usesDate1904: ['1', 'true'].includes(date1904) } };
}

interface SheetInput {
  readonly parts: OpcPackage;
  readonly sheet: Sheet;
  readonly values: WorkbookValues;
  /** 1-based. */
  readonly page: number;
}

/** The sheet under its name; nothing for a sheet without content. */
function readSheet({ parts, sheet, values, page }: SheetInput, budget: TextBudget): readonly RawBlock[] {
  const rows: GridRow[] = [];
  const merges: CellRange[] = [];
  parts.stream(
    sheet.part,
    (name) => name === 'row' || name === 'mergeCell',
    (element) => {
      if (element.name === 'row') addRow(rows, element, values, budget);
      else merges.push(...[parseCellRange(element.attributes['ref'] ?? '')].filter((range) => range !== undefined));
    },
  );
  rows.sort((left, right) => left.index - right.index);
  fillMergedCells(rows, merges, budget);
  const writer = new BlockWriter(budget);
  writer.moveTo({ page });
  writeSheet(rows, { writer, budget });
  writeDrawings(parts, sheet.part, { writer, withCharts: rows.length === 0 });
  const blocks = writer.finish();
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: SHEET_LEVEL, text: sheet.name, page }, ...blocks];
}

function addRow(rows: GridRow[], element: XmlElement, values: WorkbookValues, budget: TextBudget): void {
  const row = readRow(element, rows.at(-1)?.index ?? 0, values);
  if (row.cells.size === 0) return;
  for (const cell of row.cells.values()) budget.take(cell.text.length);
  rows.push(row);
}

/** Text boxes and diagrams; charts only where the sheet shows nothing else, for elsewhere they repeat its cells. */
function writeDrawings(
  parts: OpcPackage,
  sheetPart: string,
  { writer, withCharts }: { readonly writer: BlockWriter; readonly withCharts: boolean },
): void {
  for (const { type, target } of parts.relationships(sheetPart)) {
    const drawing = type === 'drawing' ? parts.tree(target) : undefined;
    if (drawing === undefined) continue;
    const relationships = parts.relationships(target);
    for (const body of descendantsNamed(drawing, 'xdr:txBody')) {
      for (const paragraph of childrenNamed(body, 'a:p')) writer.paragraph(drawingText(paragraph));
    }
    const references = ['dgm:relIds', ...(withCharts ? ['c:chart'] : [])];
    for (const reference of references.flatMap((name) => descendantsNamed(drawing, name))) {
      writeGraphic(reference, { parts, relationships, writer });
    }
  }
}

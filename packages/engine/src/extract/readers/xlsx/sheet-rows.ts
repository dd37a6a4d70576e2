import { childrenNamed, firstChild, integerAttribute, textOf, type XmlElement } from '../../xml/xml-element.ts';
import { parseCellReference, type Cell, type GridRow } from '../office/cell-grid.ts';
import { formatNumber, type NumberKind } from './number-format.ts';

/** What cells refer to. */
export interface WorkbookValues {
  readonly sharedStrings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly usesDate1904: boolean;
}

/** Reads one `row` element; cells without a value are left out. */
export function readRow(element: XmlElement, previousIndex: number, values: WorkbookValues): GridRow {
  const cells = new Map<number, Cell>();
  let column = -1;
  for (const cell of childrenNamed(element, 'c')) {
    column = parseCellReference(cell.attributes['r'] ?? '')?.column ?? column + 1;
    const content = readCell(cell, values);
    if (content.text !== '') cells.set(column, content);
  }
  return { index: integerAttribute(element, 'r') ?? previousIndex + 1, cells };
}

/** Text of a shared (`si`) or inline (`is`) string: its runs without phonetic hints. */
export function richText(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const runs = childrenNamed(element, 'r').map((run) => textOf(firstChild(run, 't')));
  return textOf(firstChild(element, 't')) + runs.join('');
}

function readCell(cell: XmlElement, values: WorkbookValues): Cell {
  const type = cell.attributes['t'] ?? 'n';
  const value = textOf(firstChild(cell, 'v'));
  switch (type) {
    case 's':
      return textCell(values.sharedStrings[Number(value)] ?? '');
    case 'inlineStr':
      return textCell(richText(firstChild(cell, 'is')));
    case 'str':
      return textCell(value);
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', isText: false, isCovered: false };
    case 'e':
      return textCell('');
    case 'd':
      return { text: value.replace('T', ' ').replace(' 00:00:00', ''), isText: false, isCovered: false };
    default:
      return numberCell(value, values.numberKinds[integerAttribute(cell, 's') ?? 0] ?? 'plain', values);
  }
}

function textCell(text: string): Cell {
  return { text: text.trim(), isText: true, isCovered: false };
}

function numberCell(value: string, kind: NumberKind, { usesDate1904 }: WorkbookValues): Cell {
  const number = Number(value);
  const isNumber = value.trim() !== '' && Number.isFinite(number);
  return {
    text: isNumber ? formatNumber(number, kind, usesDate1904) : value.trim(),
    isText: !isNumber,
    isCovered: false,
  };
}

import type { Block, TableShape, TextRange } from '@dsgen/core';
import { countWords } from '../analyze/english/words.ts';
import { isImperative } from './phrases.ts';

type ReadText = (range: TextRange) => string;

const MAX_ROWS = 20;
const MAX_WORDS = 400;

/** The rows as objects, or undefined when the table has no single, complete and unambiguous row of column names. */
export function readRows(text: ReadText, table: TableShape): Array<Record<string, string>> | undefined {
  const [header, ...body] = table.rows;
  if (table.headerRows !== 1 || header === undefined || body.length < 3 || body.length > MAX_ROWS) return undefined;
  const keys = header.map((cell) => cellText(text, cell));
  if (
    keys.length < 2 ||
    keys.some((key) => !isColumnName(key) || key.length > 60) ||
    new Set(keys).size !== keys.length
  )
    return undefined;
  const rows = body.map((cells) => cells.map((cell) => cellText(text, cell)));
  if (
    isChangeHistory(table, text) ||
    keys.some((key, column) =>
      isData(
        key,
        rows.map((cells) => cells[column] ?? ''),
      ),
    ) ||
    rows.flat().some((cell) => cell.includes('``'))
  )
    return undefined;
  if (rows.some((cells) => cells.length !== keys.length || cells.every((cell) => cell === ''))) return undefined;
  // Units or the second line of the names, cut off into a row of their own.
  if ((rows[0] ?? []).filter((cell) => cell === '').length * 2 >= keys.length) return undefined;
  const filled = rows.flat().filter((cell) => cell !== '').length;
  if (filled < rows.length * keys.length * 0.7 || countWords(rows.flat().join(' ')) > MAX_WORDS) return undefined;
  return rows.map((cells) => Object.fromEntries(keys.map((key, column) => [key, cells[column] ?? ''])));
}

/** A name holds letters; a number, an operator, a prompt, an act or a whole sentence in its place is data taken for names. */
function isColumnName(key: string): boolean {
  if (isImperative(key)) return false;
  return /\p{L}/u.test(key) && !/\s\S+\s\S+\.$/u.test(key) && !/^R>|<-|^[<>$%&]/u.test(key);
}

/** A cell's text as a reader sees it: the pipe table escapes its pipes. */
export function cellText(text: ReadText, cell: TextRange): string {
  return text(cell)
    .replaceAll(String.raw`\|`, '|')
    .replaceAll(/\s*<br ?\/?>\s*/gu, ' ')
    .trim();
}

/** Tables of a section with readable rows. */
export function isTableBlock(block: Block | undefined): block is Block & { readonly table: TableShape } {
  return block?.table !== undefined;
}

/** A table of versions and what changed in them: about the document's subject over time, not about the subject. */
export function isChangeHistory(table: TableShape, text: ReadText): boolean {
  const names = (table.rows[0] ?? []).map((cell) => cellText(text, cell).toLowerCase());
  return (
    names.length > 0 &&
    names.every((name) =>
      /^(?:versions?|releases?|dates?|changes?|notes?|authors?|revisions?|since|description of changes?)$/u.test(name),
    )
  );
}

/** A first row of code, or of marks like those below it ("msg:defer"), is no row of names, whatever the document says. */
function isData(key: string, cells: readonly string[]): boolean {
  const code = cells.filter((cell) => cell.startsWith('`')).length;
  const shape = shapeOf(key);
  const alike = cells.filter((cell) => shapeOf(cell) === shape).length;
  return (key.startsWith('`') && code * 2 > cells.length) || (/\S[:/_=.@-]\S/u.test(key) && alike * 2 > cells.length);
}

function shapeOf(cell: string): string {
  return cell.replaceAll(/[\p{L}\p{N}]+/gu, 'a').replaceAll('_', '-');
}

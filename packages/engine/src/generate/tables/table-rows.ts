import type { Block, TableShape, TextRange } from '@dsgen/core';
import { findTableDefect } from './table-defects.ts';

type ReadText = (range: TextRange) => string;

/** The rows as objects, or undefined when the table has no single, complete and unambiguous row of column names. */
export function readRows(text: ReadText, table: TableShape): Array<Record<string, string>> | undefined {
  const [names, ...rows] = table.rows.map((cells) => cells.map((cell) => cellText(text, cell)));
  if (table.headerRows !== 1 || names === undefined || isChangeHistory(table, text)) return undefined;
  if (findTableDefect(names, rows) !== undefined) return undefined;
  return rows.map((cells) => Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])));
}

/** A cell or name as a question quotes it: code is marked already. */
export function quoted(text: string): string {
  return /^`[^`]+`$/u.test(text) ? text : `"${text}"`;
}

/** Whether a cell can be quoted in a question: it has no quotation mark of its own and says something. */
export function isQuotable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/["“”]/u.test(text);
}

/** A cell's text as a reader sees it: the pipe table escapes its pipes. */
export function cellText(text: ReadText, cell: TextRange): string {
  return text(cell)
    .replaceAll(String.raw`\|`, '|')
    .replaceAll(/\s*<\/?br ?\/?>\s*/gu, ' ')
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

import type { Block, TableShape, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import type { PatternContext } from '../pattern.ts';
import { findTableDefect } from './table-defects.ts';

/** A table whose every row is one of named values. */
export interface ReadableTable {
  readonly section: Section;
  readonly block: Block;
  /** Names of the columns. */
  readonly names: readonly string[];
  /** Cells as a reader sees them, without the marks of Markdown's tables; as many in each row as there are names. */
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** The tables of a document that have one complete and unambiguous row of column names, in its order. */
export function* readableTables({ analysis, document, text }: PatternContext): Iterable<ReadableTable> {
  for (const section of analysis.sections) {
    for (const index of section.blocks) {
      const block = document.blocks[index];
      const read = block?.table === undefined ? undefined : readTable(text, block.table);
      if (block !== undefined && read !== undefined) yield { section, block, ...read };
    }
  }
}

type ReadText = (range: TextRange) => string;

function readTable(text: ReadText, table: TableShape): Pick<ReadableTable, 'names' | 'rows'> | undefined {
  const [names, ...rows] = table.rows.map((cells) => cells.map((cell) => cellText(text(cell))));
  if (table.headerRows !== 1 || names === undefined || isChangeHistory(table, text)) return undefined;
  return findTableDefect(names, rows) === undefined ? { names, rows } : undefined;
}

/** A cell's text as a reader sees it: the pipe table escapes its pipes. */
function cellText(text: string): string {
  return text
    .replaceAll(String.raw`\|`, '|')
    .replaceAll(/\s*<\/?br ?\/?>\s*/gu, ' ')
    .trim();
}

/** A table of versions and what changed in them: about the document's subject over time, not about the subject. */
export function isChangeHistory(table: TableShape, text: ReadText): boolean {
  const names = (table.rows[0] ?? []).map((cell) => cellText(text(cell)));
  return (
    names.length > 0 &&
    names.every((name) =>
      /^(?:versions?|releases?|dates?|changes?|notes?|authors?|revisions?|since|description of changes?)$/iu.test(name),
    )
  );
}

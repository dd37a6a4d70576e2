import type { Block, TableShape, TextRange } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** A table as input, its rows as JSON objects keyed by the column names as output. */
export const tableToJson: Pattern = {
  name: 'table-to-json',
  task: 'instruction',
  family: 'table',
  version: 1,
  languages: 'any',
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const rows = block?.table === undefined ? undefined : readRows(context, block.table);
        if (block === undefined || rows === undefined) continue;
        yield {
          section,
          question: context.choose(block, [
            'Convert the following table to JSON.',
            'Turn this table into a JSON array with one object per row.',
            'Represent the rows of this table as JSON objects, using the column names as keys.',
            'Rewrite the table below as JSON.',
          ]),
          passage: [{ start: block.start, end: block.end }],
          needsPassage: true,
          answer: [JSON.stringify(rows, undefined, 2)],
          evidence: [{ start: block.start, end: block.end }],
          reasoning: 'convert',
          focus: `table ${context.text(block).slice(0, 200)}`,
          fit: 0.6,
        };
      }
    }
  },
};

const MAX_ROWS = 20;
const MAX_WORDS = 400;

/** The rows as objects, or undefined when the table has no single, complete and unambiguous row of column names. */
export function readRows(context: PatternContext, table: TableShape): Array<Record<string, string>> | undefined {
  const [header, ...body] = table.rows;
  if (table.headerRows !== 1 || header === undefined || body.length < 2 || body.length > MAX_ROWS) return undefined;
  const keys = header.map((cell) => cellText(context, cell));
  if (keys.length < 2 || keys.some((key) => key === '' || key.length > 60) || new Set(keys).size !== keys.length)
    return undefined;
  const rows = body.map((cells) => cells.map((cell) => cellText(context, cell)));
  if (rows.some((cells) => cells.length !== keys.length || cells.every((cell) => cell === ''))) return undefined;
  const filled = rows.flat().filter((cell) => cell !== '').length;
  if (filled < rows.length * keys.length * 0.7 || countWords(rows.flat().join(' ')) > MAX_WORDS) return undefined;
  return rows.map((cells) => Object.fromEntries(keys.map((key, column) => [key, cells[column] ?? ''])));
}

/** A cell's text as a reader sees it: the pipe table escapes its pipes. */
export function cellText(context: PatternContext, cell: TextRange): string {
  return context
    .text(cell)
    .replaceAll(String.raw`\|`, '|')
    .replaceAll(/\s*<br ?\/?>\s*/gu, ' ')
    .trim();
}

/** Tables of a section with readable rows. */
export function isTableBlock(block: Block | undefined): block is Block & { readonly table: TableShape } {
  return block?.table !== undefined;
}

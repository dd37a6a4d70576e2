import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { cellText, isQuotable, isTableBlock, quoted, readRows } from '../tables/table-rows.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** A table as passage, one of its cells asked for by row and column. */
export const tableLookup: Pattern = {
  name: 'table-lookup',
  task: 'qa',
  promise: 'The answer is one cell of the table in the question, at the row and column asked for.',
  family: 'table-cell',
  version: 2,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const draft = isTableBlock(block) ? lookUp(context, section, block) : undefined;
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function lookUp(
  context: PatternContext,
  section: Section,
  block: Block & { readonly table: NonNullable<Block['table']> },
): Draft | undefined {
  if (readRows(context.text, block.table) === undefined) return undefined;
  const [header = [], ...rows] = block.table.rows;
  const keys = rows.map(([cell]) => (cell === undefined ? '' : cellText(context.text, cell)));
  if (new Set(keys).size !== keys.length || keys.some((key) => !isQuotable(key) || key.length > 60)) return undefined;
  const cells = rows.flatMap((row) => row.slice(1).map((cell, column) => ({ row, cell, column: column + 1 })));
  const usable = cells.filter(({ row, cell }) => isAnswer(context, row, cell));
  if (usable.length === 0) return undefined;
  const { row, cell, column } = context.choose(block, usable);
  const key = row[0] === undefined ? '' : cellText(context.text, row[0]);
  const keyName = header[0] === undefined ? '' : cellText(context.text, header[0]);
  const name = header[column] === undefined ? '' : cellText(context.text, header[column]);
  if (!isColumnName(keyName) || !isColumnName(name)) return undefined;
  return {
    section,
    question: context.choose(cell, [
      `According to the table, what is listed under ${quoted(name)} for ${quoted(key)}?`,
      `What does the table say under ${quoted(name)} in the row for ${quoted(key)}?`,
      `Look up ${quoted(key)} in the table: what is its entry under ${quoted(name)}?`,
      `What entry does the table have for ${quoted(key)} in the column ${quoted(name)}?`,
      `Find ${quoted(key)} in the table and give its entry under ${quoted(name)}.`,
      `In the table below, what stands under ${quoted(name)} for ${quoted(key)}?`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [{ start: cell.start, end: cell.end }],
    reasoning: 'recall',
    focus: `${key} ${name}`,
    fit: 0.5,
  };
}

/** A value that the key does not give away and that says more than yes or no. */
function isAnswer(context: PatternContext, row: readonly TextRange[], cell: TextRange): boolean {
  const text = cellText(context.text, cell);
  const key = row[0] === undefined ? '' : cellText(context.text, row[0]).toLowerCase();
  return (
    text.length >= 2 &&
    text.length <= 160 &&
    /[\p{L}\p{N}]/u.test(text) &&
    !key.includes(text.toLowerCase()) &&
    !/^(?:n\/?a|none|yes|no|true|false|tbd|x|-+|\?)$/iu.test(text)
  );
}

function isColumnName(text: string): boolean {
  return text.length >= 2 && text.length <= 40 && /\p{L}/u.test(text) && isQuotable(text);
}

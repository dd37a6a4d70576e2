import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isTelling, quoted } from '../tables/cells.ts';
import { isColumnName, keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

const FEWEST_COLUMNS = 3;

/** A table as passage, and all that it says of one of its rows. */
export const tableRow: Pattern = {
  name: 'table-row',
  task: 'qa',
  promise: 'The answer is every cell of one row of the table, after the name of its column.',
  family: 'table-row',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = readRow(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

function readRow(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, names, rows } = table;
  const isNamed = names.length >= FEWEST_COLUMNS && names.every(isColumnName) && keysOf(table) !== undefined;
  const full = isNamed ? rows.filter((row) => /\p{L}/u.test(row[0] ?? '') && row.every(isTelling)) : [];
  if (full.length === 0) return undefined;
  const [key = '', ...cells] = context.choose({ start: block.start, end: block.start + 4 }, full);
  const [first] = names.map(quoted);
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 5 }, [
      `What else does the table say about ${quoted(key)}? Give each column with its entry.`,
      `Give the row for ${quoted(key)} as a list, one line for each of the other columns.`,
      `Find the row with ${quoted(key)} under ${first} and list what its other columns say.`,
      `List all that the table gives for ${quoted(key)}, with the names of the columns.`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [cells.map((cell, column) => `- ${names[column + 1] ?? ''}: ${cell}`).join('\n')],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'collect',
    focus: `row ${key}`,
    fit: context.choose({ start: block.start, end: block.start + 12 }, [0.3, 0.6, 0.9]),
  };
}

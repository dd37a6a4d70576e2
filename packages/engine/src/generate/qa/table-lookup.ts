import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isTelling, quoted, rowCalled } from '../tables/cells.ts';
import { isColumnName, keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

const LONGEST_ANSWER = 160;

/** A table as passage, one of its cells asked for by row and column. */
export const tableLookup: Pattern = {
  name: 'table-lookup',
  task: 'qa',
  promise: 'The answer is one cell of the table in the question, at the row and column asked for.',
  family: 'table-cell',
  version: 3,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = lookUp(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

function lookUp(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, names, rows } = table;
  if (keysOf(table) === undefined) return undefined;
  const usable = rows.flatMap(([key = '', ...cells]) =>
    cells.flatMap((cell, column) => {
      const name = names[column + 1] ?? '';
      return isColumnName(name) && isAnswer(key, cell) ? [{ key, cell, name }] : [];
    }),
  );
  if (usable.length === 0) return undefined;
  const { key, cell, name } = context.choose(block, usable);
  const called = rowCalled(key, names[0] ?? '');
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 1 }, [
      `According to the table, what is listed under ${quoted(name)} for ${called}?`,
      `What does the table say under ${quoted(name)} for ${called}?`,
      `Look up ${called} in the table: what is its entry under ${quoted(name)}?`,
      `Find ${called} in the table and give its entry under ${quoted(name)}.`,
      `Which entry does the table have under ${quoted(name)} for ${called}?`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [cell],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'recall',
    focus: `${key} ${name}`,
    fit: context.choose({ start: block.start, end: block.start + 10 }, [0.3, 0.6, 0.9]),
  };
}

/** A value that the key does not give away and that says more than yes or no. */
function isAnswer(key: string, cell: string): boolean {
  return (
    cell.length >= 2 &&
    cell.length <= LONGEST_ANSWER &&
    isTelling(cell) &&
    !key.toLowerCase().includes(cell.toLowerCase()) &&
    !/^(?:yes|no|true|false)$/iu.test(cell)
  );
}

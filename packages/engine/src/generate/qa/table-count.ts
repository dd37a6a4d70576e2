import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isBareNumber, quoted } from '../tables/cells.ts';
import { sharedValues } from '../tables/shared-values.ts';
import { keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';
import { listed } from '../wording/listed.ts';

const FEWEST_ROWS = 5;
const MOST_NAMED = 6;

/** A table, and how many of its rows share a value: the answer names them. */
export const tableCount: Pattern = {
  name: 'table-count',
  task: 'qa',
  promise: 'The answer counts and names every row of the table with this value, and no other.',
  family: 'table-filter',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = countRows(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

function countRows(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, rows } = table;
  const choices = rows.length < FEWEST_ROWS || keysOf(table) === undefined ? [] : sharedValues(table);
  const few = choices.filter(
    // "3: 2, 3 and 4." does not say which of them is the count.
    ({ keys }) => keys.length <= MOST_NAMED && !keys.some((key) => key.includes(',') || isBareNumber(key)),
  );
  if (few.length === 0) return undefined;
  const { name, value, keys } = context.choose({ start: block.start, end: block.start + 2 }, few);
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 3 }, [
      `How many rows of the table have ${quoted(value)} under ${quoted(name)}? Name them.`,
      `Count the rows of the table with ${quoted(value)} under ${quoted(name)}, and say which ones they are.`,
      `In how many rows does the table have ${quoted(value)} under ${quoted(name)}, and in which?`,
      `How often does ${quoted(value)} come up under ${quoted(name)} in this table, and in which rows?`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [`${keys.length}: ${listed(keys, 'and')}.`],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'collect',
    focus: `count ${name} ${value}`,
    fit: 0.9,
  };
}

import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { quoted } from '../tables/cells.ts';
import { sharedValues } from '../tables/shared-values.ts';
import { keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

const FEWEST_ROWS = 4;

/** A table, and the rows that share a value in one column: complete by construction. */
export const tableFilter: Pattern = {
  name: 'table-filter',
  task: 'instruction',
  promise: 'The answer holds every row of the table with this value, and no other.',
  family: 'table-filter',
  version: 3,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = filterRows(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

function filterRows(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, names, rows } = table;
  const choices = rows.length < FEWEST_ROWS || keysOf(table) === undefined ? [] : sharedValues(table);
  if (choices.length === 0) return undefined;
  const chosen = context.choose(block, choices);
  const [key, column, value] = [names[0] ?? '', chosen.name, chosen.value].map(quoted);
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 1 }, [
      `Which rows of the table have ${value} under ${column}? List their entries under ${key}.`,
      `Which entries under ${key} have ${value} under ${column} in this table?`,
      `Go through the table and list every entry under ${key} that has ${value} under ${column}.`,
      `Filter this table: keep the rows with ${value} under ${column} and list their entries under ${key}.`,
      `In the table, ${value} comes up several times under ${column}. List the entries under ${key} in those rows.`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [chosen.keys.map((entry) => `- ${entry}`).join('\n')],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'collect',
    focus: `${chosen.name} ${chosen.value}`,
    fit: 0.6,
  };
}

import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { asData } from '../tables/cells.ts';
import { conversionOf } from '../tables/conversion.ts';
import { readableTables } from '../tables/table-rows.ts';

/** A table as input, its rows as JSON objects keyed by the column names as output. */
export const tableToJson: Pattern = {
  name: 'table-to-json',
  task: 'instruction',
  promise: 'Every cell of the table is in the answer, under the name of its column.',
  family: 'table',
  version: 3,
  languages: 'any',
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      if (conversionOf(context, table) !== 'json') continue;
      const { section, block, names, rows } = table;
      const objects = rows.map((row) =>
        Object.fromEntries(names.map((name, column) => [asData(name), asData(row[column] ?? '')])),
      );
      yield {
        section,
        question: context.choose(block, [
          'Convert the following table to JSON.',
          'Turn this table into a JSON array with one object per row.',
          'Represent the rows of this table as JSON objects, using the column names as keys.',
          'Rewrite the table below as JSON.',
          'I need this table as JSON: an array of objects, keyed by the column names.',
          'Write the following table as a JSON array.',
          'Give me the rows of the table as a list of JSON objects.',
        ]),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [JSON.stringify(objects, undefined, 2)],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `table ${context.text(block).slice(0, 200)}`,
        fit: 0.6,
      };
    }
  },
};

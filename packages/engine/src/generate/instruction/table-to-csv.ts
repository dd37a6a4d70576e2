import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { asData } from '../tables/cells.ts';
import { conversionOf } from '../tables/conversion.ts';
import { readableTables } from '../tables/table-rows.ts';

/** A table as input, comma-separated values with the column names in the first line as output. */
export const tableToCsv: Pattern = {
  name: 'table-to-csv',
  task: 'instruction',
  promise: 'Every cell of the table is in the answer, in its row and column, quoted where RFC 4180 asks for it.',
  family: 'table',
  version: 1,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      if (conversionOf(context, table) !== 'csv') continue;
      const { section, block, names, rows } = table;
      yield {
        section,
        question: context.choose(block, [
          'Convert the following table to CSV.',
          'Turn this table into CSV with a header row.',
          'Write the table below as comma-separated values, with the column names in the first line.',
          'I need this table as CSV. Keep the header.',
          'Export the following table as CSV.',
          'Give me this table in CSV format, quoting cells only where it is necessary.',
        ]),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [[names, ...rows].map((row) => row.map(toField).join(',')).join('\n')],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `csv of ${context.text(block).slice(0, 200)}`,
        fit: 0.6,
      };
    }
  },
};

function toField(cell: string): string {
  const text = asData(cell);
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

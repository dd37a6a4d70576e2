import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { quoted } from '../tables/cells.ts';
import { conversionOf } from '../tables/conversion.ts';
import { readableTables } from '../tables/table-rows.ts';

/** Facts in one line each, and the table of the document that holds them as what to fill in. */
export const fillTable: Pattern = {
  name: 'fill-table',
  task: 'instruction',
  promise: 'The answer is the table of the document; every cell of it is among the facts in the question.',
  family: 'table',
  version: 3,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      if (conversionOf(context, table) !== 'facts') continue;
      const { section, block, names, rows } = table;
      const columns = names.map(quoted).join(', ');
      const facts = rows.map((row) =>
        row.flatMap((cell, column) => (cell === '' ? [] : [`${names[column] ?? ''}: ${cell}`])).join('; '),
      );
      yield {
        section,
        question: context.choose(block, [
          `Fill in a Markdown table with the columns ${columns} from these facts.`,
          `Make a Markdown table of the following, with the columns ${columns}.`,
          `Arrange these facts in a Markdown table with the columns ${columns}.`,
          `Turn these lines into a Markdown table. Its columns are ${columns}.`,
          `Write the facts below as a table in Markdown (columns: ${columns}).`,
        ]),
        passage: [facts.join('\n')],
        needsPassage: true,
        answer: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `table of ${context.text(block).slice(0, 200)}`,
        fit: 0.6,
      };
    }
  },
};

import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { readRows } from '../tables/table-rows.ts';

/** A table as input, one line of text per row as output. */
export const tableToList: Pattern = {
  name: 'table-to-list',
  task: 'instruction',
  promise: 'Every row of the table is an item of the answer, with all of its cells under the names of their columns.',
  family: 'table',
  version: 2,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const rows = block?.table === undefined ? undefined : readRows(context.text, block.table);
        if (block === undefined || rows === undefined) continue;
        yield {
          section,
          question: context.choose(block, [
            'Write the following table as a bulleted list, one item per row.',
            'Turn this table into text: one bullet point for each row.',
            'Rewrite the rows of this table as a list without losing any cell.',
            'Convert the table below to a bulleted list.',
            'How would this table read as a list with one bullet per row?',
            'Make a list out of the following table that keeps all of its cells.',
            'Put each row of the table into a bullet point.',
          ]),
          passage: [{ start: block.start, end: block.end }],
          needsPassage: true,
          answer: [toLines(rows)],
          evidence: [{ start: block.start, end: block.end }],
          reasoning: 'convert',
          focus: `list of ${context.text(block).slice(0, 200)}`,
          // One table gives one record; which of the conversions it is depends on the table.
          fit: context.choose({ start: block.start, end: block.start + 1 }, [0.2, 0.2, 0.9]),
        };
      }
    }
  },
};

const MOST_CELL_WORDS = 10;

/** "- Keel – Place: bottom; Material: oak", where the first column says what the row is about; longer cells take a line each. */
function toLines(rows: ReadonlyArray<Readonly<Record<string, string>>>): string {
  const cells = rows.flatMap((row) => Object.values(row).slice(1));
  const isLong = cells.some((cell) => /[;:]/u.test(cell) || countWords(cell) > MOST_CELL_WORDS);
  return rows.map((row) => (isLong && Object.keys(row).length > 2 ? toNested(row) : toLine(row))).join('\n');
}

function toLine(row: Readonly<Record<string, string>>): string {
  const [name, values] = namedValues(row);
  return values.length === 0 ? `- ${name}` : `- ${name} – ${values.join('; ')}`;
}

function toNested(row: Readonly<Record<string, string>>): string {
  const [name, values] = namedValues(row);
  return [`- ${name}`, ...values.map((value) => `  - ${value}`)].join('\n');
}

function namedValues(row: Readonly<Record<string, string>>): [name: string, values: readonly string[]] {
  const [head, ...cells] = Object.entries(row);
  return [head?.[1] ?? '', cells.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)];
}

import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isQuotable, quoted } from '../tables/cells.ts';
import { conversionOf } from '../tables/conversion.ts';
import { areSeparateLists } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

/** A table as input, one item of a list per row as output. */
export const tableToList: Pattern = {
  name: 'table-to-list',
  task: 'instruction',
  promise:
    'Every row of the table is an item of the answer, with all of its cells in the form that the question asks for.',
  family: 'table',
  version: 3,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      if (conversionOf(context, table) !== 'list') continue;
      const { section, block } = table;
      const { requests, answer } = hasPairs(table) ? asPairs(table) : asLabelled(table);
      yield {
        section,
        question: context.choose(block, requests),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [answer],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `list of ${context.text(block).slice(0, 200)}`,
        fit: 0.6,
      };
    }
  },
};

interface ListForm {
  readonly requests: readonly string[];
  readonly answer: string;
}

/** Two columns read as a term and what is said of it, where no term has a colon. */
function hasPairs({ names, rows }: ReadableTable): boolean {
  const arePairs = names.length === 2 && !areSeparateLists(names);
  return arePairs && names.every((name) => isQuotable(name)) && rows.every((row) => isTerm(row[0] ?? ''));
}

function isTerm(cell: string): boolean {
  return !cell.includes(':') && countWords(cell) <= MOST_TERM_WORDS;
}

const MOST_TERM_WORDS = 8;

/** "- Keel: bottom". */
function asPairs({ names, rows }: ReadableTable): ListForm {
  const [term, value] = names.map(quoted);
  return {
    requests: [
      `Turn this table into a bulleted list. Each item gives the ${term}, a colon and the ${value}.`,
      `Rewrite the table as bullet points of the form ${term}: ${value}.`,
      `Write this table as a bulleted list, one item per row: the ${term} first, then a colon and the ${value}.`,
      `I need the table below as a list instead. Put each ${term} and its ${value} into one bullet point, separated by a colon.`,
    ],
    answer: rows.map(([first, second]) => (second === '' ? `- ${first}` : `- ${first}: ${second}`)).join('\n'),
  };
}

const MOST_CELL_WORDS = 10;

/** "- Part: keel; Place: bottom; Material: oak"; longer cells take a line each. */
function asLabelled({ names, rows }: ReadableTable): ListForm {
  const isLong = rows.flat().some((cell) => /[;:]/u.test(cell) || countWords(cell) > MOST_CELL_WORDS);
  const items = rows.map((row) => {
    const values = row.flatMap((cell, column) => (cell === '' ? [] : [`${names[column] ?? ''}: ${cell}`]));
    return `- ${values.join(isLong ? '\n  - ' : '; ')}`;
  });
  const nested = [
    'Convert this table to a nested list: one bullet point per row, with its other columns as sub-items. Label every value with its column name.',
    'Rewrite the table as a bulleted list. Start each item with the first column, put the other columns below it as sub-items, and label all of them with the column names.',
    'Turn the rows of this table into a two-level list, every value after the name of its column.',
  ];
  const flat = [
    'Write the following table as a bulleted list, one item per row, with the column name before each value.',
    'Turn this table into a list with one bullet point for each row. Label every value with its column name.',
    'Convert the table below to a bulleted list. Keep the column names as labels and separate the values with semicolons.',
    'Rewrite each row of this table as one bullet point of labelled values.',
  ];
  return { requests: isLong ? nested : flat, answer: items.join('\n') };
}

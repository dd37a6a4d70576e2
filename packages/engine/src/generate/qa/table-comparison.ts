import { countWords } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isLike, isTelling, quoted, rowCalled } from '../tables/cells.ts';
import { isColumnName, keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

const MOST_CELL_WORDS = 25;

/** A table as passage, and two of its rows side by side in one column. */
export const tableComparison: Pattern = {
  name: 'table-comparison',
  task: 'qa',
  promise: 'The answer is the cells of the two rows in the column that is asked for; they are not the same.',
  family: 'table-row',
  version: 1,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = compareRows(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

interface Pair {
  readonly name: string;
  readonly left: readonly [key: string, cell: string];
  readonly right: readonly [key: string, cell: string];
}

function compareRows(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, names } = table;
  const pairs = keysOf(table) === undefined ? [] : pairsOf(table);
  if (pairs.length === 0) return undefined;
  const { name, left, right } = context.choose({ start: block.start, end: block.start + 6 }, pairs);
  const [one, other] = [left[0], right[0]].map((key) => rowCalled(key, names[0] ?? ''));
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 7 }, [
      `Compare ${one} and ${other} in the table: what is listed under ${quoted(name)} for each of them?`,
      `What does the table list under ${quoted(name)} for ${one} and for ${other}?`,
      `Set ${one} and ${other} side by side: what are their entries under ${quoted(name)} in the table?`,
      `According to the table, what are the entries under ${quoted(name)} for ${one} and ${other}?`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [[left, right].map(([key, cell]) => `- ${key}: ${cell}`).join('\n')],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'collect',
    focus: `${left[0]} ${right[0]} ${name}`,
    fit: context.choose({ start: block.start, end: block.start + 11 }, [0.3, 0.6, 0.9]),
  };
}

/** Two rows that follow each other, as far as they say different things. */
function pairsOf({ names, rows }: ReadableTable): Pair[] {
  return names.flatMap((name, column): Pair[] => {
    if (column === 0 || !isColumnName(name)) return [];
    return rows.slice(1).flatMap((row, index): Pair[] => {
      const before = rows[index] ?? [];
      const [left, right] = [before, row].map(([key = '', ...cells]) => [key, cells[column - 1] ?? ''] as const);
      if (left === undefined || right === undefined) return [];
      const isPair = [left[1], right[1]].every((cell) => isTelling(cell) && countWords(cell) <= MOST_CELL_WORDS);
      return isPair && !isLike(left[1], right[1]) && !isLike(right[1], left[1]) ? [{ name, left, right }] : [];
    });
  });
}

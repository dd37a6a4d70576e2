import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { asData, quoted } from '../tables/cells.ts';
import { isColumnName, keysOf } from '../tables/table-keys.ts';
import { readableTables, type ReadableTable } from '../tables/table-rows.ts';

const FEWEST_ROWS = 4;

/** What columns of numbers have to be called: the greatest code or year says nothing. */
const MEASURE =
  /\b(?:counts?|numbers? of|amounts?|hours|days|weeks|months|minutes|seconds|size|length|width|height|depth|weight|prices?|costs?|fees?|rates?|scores?|totals?|max(?:imum)?|min(?:imum)?|limits?|percent(?:age)?s?|shares?|speed|capacity|memory|duration|population|area|distance|temperature|budget|points?|pay|salary|throughput|latency)\b/iu;

/** Rows about all the others. */
const SUMMED = /\b(?:totals?|sum|average|mean|all|overall|subtotal)\b/iu;

/** A number, before or after it at most one unit; not a range, a date or a version. */
const NUMBER = /^(?<before>[$€£]?)(?<digits>-?\d{1,3}(?:,\d{3})+|-?\d+(?:\.\d+)?)\s?(?<after>%|[\p{L}/]{0,12})$/u;

/** A table as passage, and the row with the greatest or the least number in a column. */
export const tableExtreme: Pattern = {
  name: 'table-extreme',
  task: 'qa',
  promise:
    'Every cell of the column is a number in one unit; the answer is the row with the greatest or least, of which there is one.',
  family: 'table-row',
  version: 1,
  languages: ['en'],
  precision: 0.92,
  *find(context: PatternContext): Iterable<Draft> {
    for (const table of readableTables(context)) {
      const draft = findExtreme(context, table);
      if (draft !== undefined) yield draft;
    }
  },
};

interface Extreme {
  readonly name: string;
  readonly degree: 'highest' | 'lowest';
  readonly key: string;
  readonly cell: string;
}

function findExtreme(context: PatternContext, table: ReadableTable): Draft | undefined {
  const { section, block, names, rows } = table;
  const isList = rows.length >= FEWEST_ROWS && !rows.some(([key = '']) => SUMMED.test(key));
  const found = !isList || keysOf(table) === undefined ? [] : extremesOf(table);
  if (found.length === 0) return undefined;
  const { name, degree, key, cell } = context.choose({ start: block.start, end: block.start + 8 }, found);
  const [first, column] = [names[0] ?? '', name].map(quoted);
  return {
    section,
    question: context.choose({ start: block.start, end: block.start + 9 }, [
      `Which entry under ${first} has the ${degree} value under ${column} in the table?`,
      `According to the table, where is ${column} ${degree}? Give the entry under ${first} and the value.`,
      `Find the ${degree} value under ${column} in the table. Which entry under ${first} does it belong to?`,
      `Which entry under ${first} comes with the ${degree} ${column}, and what is that value?`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [`${key}, with ${cell}.`],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'collect',
    focus: `${degree} ${name}`,
    fit: 0.7,
  };
}

function extremesOf({ names, rows }: ReadableTable): Extreme[] {
  return names.flatMap((name, column): Extreme[] => {
    const numbers = column === 0 || !isColumnName(name) ? undefined : numbersOf(rows.map((row) => row[column] ?? ''));
    if (numbers === undefined || !(MEASURE.test(name) || numbers.hasUnit)) return [];
    return (['highest', 'lowest'] as const).flatMap((degree) => {
      const sought = degree === 'highest' ? Math.max(...numbers.values) : Math.min(...numbers.values);
      const [at = -1, ...others] = numbers.values.flatMap((value, row) => (value === sought ? [row] : []));
      const row = others.length === 0 ? rows[at] : undefined;
      return row === undefined ? [] : [{ name, degree, key: row[0] ?? '', cell: row[column] ?? '' }];
    });
  });
}

/** The cells as numbers; undefined unless all are, in the same unit. */
function numbersOf(cells: readonly string[]): { values: readonly number[]; hasUnit: boolean } | undefined {
  const read = cells.flatMap((cell) => {
    const { before = '', digits, after = '' } = NUMBER.exec(asData(cell))?.groups ?? {};
    return digits === undefined ? [] : [{ unit: `${before}${after}`, value: Number(digits.replaceAll(',', '')) }];
  });
  const [unit, ...others] = new Set(read.map((number) => number.unit));
  if (read.length !== cells.length || unit === undefined || others.length > 0) return undefined;
  return { values: read.map(({ value }) => value), hasUnit: unit !== '' };
}

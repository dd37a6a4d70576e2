import type { Block, TableShape } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { cellText, readRows } from '../tables/table-rows.ts';

/** Facts in one line each, and the table of the document that holds them as what to fill in. */
export const fillTable: Pattern = {
  name: 'fill-table',
  task: 'instruction',
  promise: 'The answer is the table of the document; every cell of it is among the facts in the question.',
  family: 'table',
  version: 2,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const draft = block?.table === undefined ? undefined : toDraft(context, section, { block, table: block.table });
        if (draft !== undefined) yield draft;
      }
    }
  },
};

interface TablePlace {
  readonly block: Block;
  readonly table: TableShape;
}

const MOST_COLUMNS = 5;

function toDraft(context: PatternContext, section: Section, { block, table }: TablePlace): Draft | undefined {
  const rows = readRows(context.text, table);
  if (rows === undefined) return undefined;
  const names = (table.rows[0] ?? []).map((cell) => cellText(context.text, cell));
  // A name in quotes or a cell with line breaks would not survive the way through one line.
  const isPlain = [...names, ...rows.flatMap((row) => Object.values(row))].every((text) => !/[";|\n]/u.test(text));
  if (!isPlain || names.length > MOST_COLUMNS) return undefined;
  const columns = names.map((name) => `"${name}"`).join(', ');
  const facts = rows.map((row) =>
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
  );
  return {
    section,
    question: context.choose(block, [
      `Fill in a Markdown table with the columns ${columns} from these facts.`,
      `Make a Markdown table of the following, with the columns ${columns}.`,
      `Arrange these facts in a Markdown table with the columns ${columns}.`,
      `Complete a Markdown table with the columns ${columns}: one row for each line below.`,
      `Turn these lines into a Markdown table. Its columns are ${columns}.`,
      `Write the facts below as a table in Markdown (columns: ${columns}).`,
    ]),
    passage: [facts.join('\n')],
    needsPassage: true,
    answer: [{ start: block.start, end: block.end }],
    reasoning: 'convert',
    focus: `table of ${context.text(block).slice(0, 200)}`,
    // One table gives one record; which of the conversions it is depends on the table.
    fit: context.choose({ start: block.start, end: block.start + 2 }, [0.2, 0.2, 0.9]),
  };
}

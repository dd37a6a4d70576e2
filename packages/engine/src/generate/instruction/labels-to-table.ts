import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isForTable, labelledLists } from '../lists/labelled-list.ts';

/** A list whose items all open with a label, as a table of two columns. */
export const labelsToTable: Pattern = {
  name: 'labels-to-table',
  task: 'instruction',
  promise: 'Every item of the list is a row of the answer: its label, and all that follows.',
  family: 'labels',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const list of labelledLists(context)) {
      if (!isForTable(context, list)) continue;
      const { section, block, entries } = list;
      const names = context.choose(block, COLUMNS);
      const columns = names.map((name) => `"${name}"`).join(' and ');
      yield {
        section,
        question: context.choose({ start: block.start, end: block.start + 2 }, [
          `Turn this list into a Markdown table with the columns ${columns}.`,
          `Convert the following list to a Markdown table. Split each item after its label; the columns are ${columns}.`,
          `Put these items into a table with two columns, ${columns}. Use Markdown.`,
          `Rewrite the list below as a Markdown table (columns: ${columns}).`,
          `I would like this list as a Markdown table with one row per item and the columns ${columns}.`,
        ]),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [[names, names.map(() => '---'), ...entries].map(toRow).join('\n')],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `labels ${entries.map(([label]) => label).join(' ')}`,
        fit: 0.6,
      };
    }
  },
};

const COLUMNS = [
  ['Item', 'Description'],
  ['Name', 'Description'],
  ['Item', 'Details'],
] as const;

function toRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

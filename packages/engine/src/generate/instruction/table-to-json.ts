import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { readRows } from '../tables/table-rows.ts';

/** A table as input, its rows as JSON objects keyed by the column names as output. */
export const tableToJson: Pattern = {
  name: 'table-to-json',
  task: 'instruction',
  promise: 'Every cell of the table is in the answer, under the name of its column.',
  family: 'table',
  version: 2,
  languages: 'any',
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const rows = block?.table === undefined ? undefined : readRows(context.text, block.table);
        if (block === undefined || rows === undefined) continue;
        yield {
          section,
          question: context.choose(block, [
            'Convert the following table to JSON.',
            'Turn this table into a JSON array with one object per row.',
            'Represent the rows of this table as JSON objects, using the column names as keys.',
            'Rewrite the table below as JSON.',
            'I need this table as JSON: an array of objects, keyed by the column names.',
            'How does the following table look as a JSON array?',
            'Give me the rows of the table as a list of JSON objects.',
          ]),
          passage: [{ start: block.start, end: block.end }],
          needsPassage: true,
          answer: [JSON.stringify(rows.map(withoutCodeMarks), undefined, 2)],
          evidence: [{ start: block.start, end: block.end }],
          reasoning: 'convert',
          focus: `table ${context.text(block).slice(0, 200)}`,
          fit: 0.6,
        };
      }
    }
  },
};

/** In data the font of a cell says nothing: `id` is the text id. */
function withoutCodeMarks(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map((cell) => cell.map(plain)));
}

function plain(text: string): string {
  return /^`(?<code>[^`]+)`$/u.exec(text)?.groups?.['code'] ?? text;
}

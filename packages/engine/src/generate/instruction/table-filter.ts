import type { Block, TableShape } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { cellText, isQuotable, isTableBlock, quoted, readRows } from '../tables/table-rows.ts';

/** A table, and the rows that share a value in one column: complete by construction. */
export const tableFilter: Pattern = {
  name: 'table-filter',
  task: 'instruction',
  promise: 'The answer holds every row of the table with this value, and no other.',
  family: 'table-filter',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.blocks) {
        const block = context.document.blocks[index];
        const draft = isTableBlock(block) ? filterRows(context, section, block) : undefined;
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function filterRows(
  context: PatternContext,
  section: Section,
  block: Block & { readonly table: TableShape },
): Draft | undefined {
  const objects = readRows(context.text, block.table);
  const [header = [], ...rows] = block.table.rows;
  if (objects === undefined || rows.length < 4) return undefined;
  const keys = rows.map(([cell]) => (cell === undefined ? '' : cellText(context.text, cell)));
  if (new Set(keys).size !== keys.length || keys.some((key) => !isQuotable(key) || key.length > 80)) return undefined;
  const choices = header.slice(1).flatMap((_, offset) => sharedValues(context, rows, offset + 1));
  if (choices.length === 0) return undefined;
  const { column: position, value, members } = context.choose(block, choices);
  const [keyCell, valueCell] = [header[0], header[position]];
  if (keyCell === undefined || valueCell === undefined) return undefined;
  const name = cellText(context.text, valueCell);
  const [key, column, shared] = [cellText(context.text, keyCell), name, value].map(quoted);
  return {
    section,
    question: context.choose({ start: block.start, end: block.start }, [
      `Which rows of the table have ${shared} under ${column}? List their entries under ${key}.`,
      `List each entry under ${key} whose row in the table has ${shared} under ${column}.`,
      `Go through the table and name every entry of the column ${key} that has ${shared} under ${column}.`,
      `Which entries under ${key} go with ${shared} under ${column} in this table?`,
      `Filter the table by ${column} = ${shared} and list what is left under ${key}.`,
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: members.flatMap((row, index) => {
      const cell = rows[row]?.[0];
      return cell === undefined ? [] : [index === 0 ? '- ' : '\n- ', { start: cell.start, end: cell.end }];
    }),
    reasoning: 'collect',
    focus: `${name} ${value}`,
    fit: 0.6,
  };
}

interface Shared {
  readonly column: number;
  readonly value: string;
  readonly members: readonly number[];
}

/** Values of a column that some rows share, and not all. */
function sharedValues(context: PatternContext, rows: TableShape['rows'], column: number): Shared[] {
  const members = new Map<string, number[]>();
  for (const [row, cells] of rows.entries()) {
    const cell = cells[column];
    const value = cell === undefined ? '' : cellText(context.text, cell);
    members.set(value, [...(members.get(value) ?? []), row]);
  }
  return [...members]
    .filter(([value, found]) => isValue(value) && found.length >= 2 && found.length < rows.length)
    .filter(([value]) => [...members.keys()].every((other) => other === value || !isLike(other, value)))
    .map(([value, found]) => ({ column, value, members: found }));
}

function isValue(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= 40 &&
    /\p{L}/u.test(value) &&
    isQuotable(value) &&
    !/^(?:n\/?a|none|-+|tbd)$/iu.test(value)
  );
}

/** Whether one value holds the other, so that a reader could count its row in or out: "POST" and "GET, POST". */
function isLike(left: string, right: string): boolean {
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one !== '' && (one.includes(other) || other.includes(one));
}

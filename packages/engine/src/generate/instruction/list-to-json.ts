import { isForSorting, plainLists, type PlainList } from '../lists/plain-list.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { asData } from '../tables/cells.ts';

/** A flat list, as a JSON array, or as an object with its heading. */
export const listToJson: Pattern = {
  name: 'list-to-json',
  task: 'instruction',
  promise: 'Every item of the list is in the answer, word for word and in its order.',
  family: 'list-data',
  version: 1,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    for (const list of plainLists(context)) {
      if (isForSorting(context, list)) continue;
      const { heading } = list.section;
      const isHeaded =
        heading !== undefined && context.choose({ start: list.block.start, end: list.block.start + 2 }, [true, false]);
      yield isHeaded ? withHeading(context, list, heading) : asArray(context, list);
    }
  },
};

function asArray(context: PatternContext, { section, block, items }: PlainList): Draft {
  return {
    section,
    question: context.choose(block, [
      'Turn this list into a JSON array of strings.',
      'Convert the following list to a JSON array, one string per item.',
      'I need these items as a JSON array of strings, in the same order.',
      'Write the list below as a JSON array.',
    ]),
    passage: [{ start: block.start, end: block.end }],
    needsPassage: true,
    answer: [JSON.stringify(items.map(asData), undefined, 2)],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'convert',
    focus: `list ${items.join(' ').slice(0, 200)}`,
    fit: 0.5,
  };
}

function withHeading(context: PatternContext, { section, block, items }: PlainList, heading: string): Draft {
  const object = { heading: asData(heading), items: items.map(asData) };
  return {
    section,
    question: context.choose(block, [
      'Convert this section to a JSON object with the keys "heading" (a string) and "items" (an array of strings).',
      'Turn the heading and the list below into JSON: an object with "heading" and "items".',
      'Represent the following as a JSON object. Put the heading under "heading" and the list under "items".',
      'I need this list with its heading as JSON, under the keys "heading" and "items".',
    ]),
    passage: [`${heading}\n\n`, { start: block.start, end: block.end }],
    needsPassage: true,
    answer: [JSON.stringify(object, undefined, 2)],
    evidence: [{ start: block.start, end: block.end }],
    reasoning: 'convert',
    focus: `list ${items.join(' ').slice(0, 200)}`,
    fit: 0.5,
  };
}

import { isForSorting, plainLists, sortedItems } from '../lists/plain-list.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** A list of short items, in the order of the alphabet. */
export const sortList: Pattern = {
  name: 'sort-list',
  task: 'instruction',
  promise:
    'The answer has the items of the list in the order of their first words, which are letters only and all different.',
  family: 'list-data',
  version: 1,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    for (const list of plainLists(context)) {
      const { section, block, items } = list;
      const sorted = sortedItems(items);
      if (sorted === undefined || !isForSorting(context, list)) continue;
      yield {
        section,
        question: context.choose(block, [
          'Sort this list alphabetically.',
          'Put the following items into alphabetical order.',
          'Arrange the list below from A to Z.',
          'Give me this list in alphabetical order, without changing the items.',
        ]),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [sorted.map((item) => `- ${item}`).join('\n')],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `list ${items.join(' ').slice(0, 200)}`,
        fit: 0.6,
      };
    }
  },
};

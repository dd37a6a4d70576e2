import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isForTable, labelledLists } from '../lists/labelled-list.ts';
import { asData } from '../tables/cells.ts';

/** A list whose items all open with a label, as a JSON object. */
export const labelsToJson: Pattern = {
  name: 'labels-to-json',
  task: 'instruction',
  promise: 'Every item of the list is in the answer: its label as the key, all that follows as the value.',
  family: 'labels',
  version: 2,
  languages: 'any',
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const list of labelledLists(context)) {
      if (isForTable(context, list)) continue;
      const { section, block, entries } = list;
      yield {
        section,
        question: context.choose(block, [
          'Turn this list into a JSON object: the label of each item is the key, the rest is the value.',
          'Convert the following list to JSON, with the label of each item as its key.',
          'Represent these items as one JSON object that maps each label to its description.',
          'I need this list as JSON, keyed by the labels of the items.',
          'Parse the list below into key-value pairs and give them as a JSON object.',
          'Rewrite the labelled items below as a JSON object.',
        ]),
        passage: [{ start: block.start, end: block.end }],
        needsPassage: true,
        answer: [JSON.stringify(Object.fromEntries(entries.map((entry) => entry.map(asData))), undefined, 2)],
        evidence: [{ start: block.start, end: block.end }],
        reasoning: 'convert',
        focus: `labels ${entries.map(([label]) => label).join(' ')}`,
        fit: 0.6,
      };
    }
  },
};

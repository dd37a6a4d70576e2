import { countWords } from '../../analyze/english/words.ts';
import { HEADING_REQUESTS } from '../headings/heading-requests.ts';
import { headedSection } from '../headings/headed-section.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const LENGTH = { minWords: 50, maxWords: 350 };

/** The passage of a section, and its own heading as the one to write. */
export const writeHeading: Pattern = {
  name: 'write-heading',
  task: 'instruction',
  promise: 'The answer is the heading the author gave the passage, which speaks of all that it names.',
  family: 'heading',
  version: 3,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const headed = headedSection(context, section, LENGTH);
      // A single word is easy to choose, but hard to come up with.
      if (headed === undefined || countWords(headed.heading) < 2) continue;
      yield {
        section,
        question: context.choose(section, HEADING_REQUESTS),
        passage: headed.passage.pieces,
        needsPassage: true,
        answer: [headed.range],
        reasoning: 'condense',
        focus: headed.heading,
        fit: 0.5,
      };
    }
  },
};

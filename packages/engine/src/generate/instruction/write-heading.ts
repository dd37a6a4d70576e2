import { countWords } from '../../analyze/english/words.ts';
import { HEADING_REQUESTS } from '../headings/heading-requests.ts';
import { headedSection, titledOpening } from '../headings/headed-section.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const LENGTH = { minWords: 50, maxWords: 350 };

/** "Champion - Improve the loop": what stands behind the dash or colon is often one part of many. */
const IN_TWO = /\s[-–—]\s|—|:\s/u;

/** The passage of a section, and its own heading as the one to write; before the first heading, the title of the document. */
export const writeHeading: Pattern = {
  name: 'write-heading',
  task: 'instruction',
  promise: 'The answer is the heading or title the author gave the passage, which speaks of all that it names.',
  family: 'heading',
  version: 3,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const headed = headedSection(context, section, LENGTH);
      const titled = headed ?? titledOpening(context, section, LENGTH);
      // A single word is easy to choose, but hard to come up with.
      if (titled === undefined || countWords(titled.heading) < 2 || IN_TWO.test(titled.heading)) continue;
      yield {
        section,
        question: context.choose(section, HEADING_REQUESTS),
        passage: titled.passage.pieces,
        needsPassage: true,
        answer: [headed?.range ?? titled.heading],
        reasoning: 'condense',
        focus: titled.heading,
        fit: 0.5,
      };
    }
  },
};

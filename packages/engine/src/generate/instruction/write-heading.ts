import { HEADING_REQUESTS } from '../headings/heading-requests.ts';
import { readingPassages } from '../comprehension/reading-passage.ts';
import { isAbout, isDescriptive, isMostlyProse } from '../headings/descriptive-heading.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../wording/reference.ts';
import { plainHeading } from '../headings/topic.ts';

/** The passage of a section, and its own heading as the one to write. */
export const writeHeading: Pattern = {
  name: 'write-heading',
  task: 'instruction',
  promise: 'The answer is the heading the author gave the passage.',
  family: 'heading',
  version: 2,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const heading = section.heading === undefined ? '' : plainHeading(section.heading);
      const block = section.headingBlock === undefined ? undefined : context.document.blocks[section.headingBlock];
      if (block === undefined || !isDescriptive(heading)) continue;
      // Where a part of the section is gone, as a listing may be, what can be read without it.
      const body = context.body(section) ?? readingPassages(context, section)[0];
      if (body === undefined || body.words < 60 || body.words > 350 || !isAbout(body.text, heading)) continue;
      if (body.blocks[0]?.kind !== 'paragraph' || opensDependently(body.text) || !isMostlyProse(body.text)) continue;
      const start = block.start + context.text(block).indexOf(heading);
      yield {
        section,
        question: context.choose(section, HEADING_REQUESTS),
        passage: body.pieces,
        needsPassage: true,
        answer: [{ start, end: start + heading.length }],
        reasoning: 'condense',
        focus: heading,
        fit: 0.5,
      };
    }
  },
};

import { isAbout, isDescriptive, isMostlyProse } from '../descriptive-heading.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { plainHeading } from '../topic.ts';

/** The passage of a section, and its own heading as the one to write. */
export const writeHeading: Pattern = {
  name: 'write-heading',
  task: 'instruction',
  promise: 'The answer is the heading the author gave the passage.',
  family: 'heading',
  version: 1,
  languages: ['en'],
  precision: 0.93,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const heading = section.heading === undefined ? '' : plainHeading(section.heading);
      const block = section.headingBlock === undefined ? undefined : context.document.blocks[section.headingBlock];
      if (block === undefined || !isDescriptive(heading)) continue;
      const body = context.body(section);
      if (body === undefined || body.words < 60 || body.words > 350 || !isAbout(body.text, heading)) continue;
      if (body.blocks[0]?.kind !== 'paragraph' || opensDependently(body.text) || !isMostlyProse(body.text)) continue;
      const start = block.start + context.text(block).indexOf(heading);
      yield {
        section,
        question: context.choose(section, [
          'Write a heading for the following passage.',
          'Suggest a title for this text.',
          'What would be a fitting heading for this section?',
          'Give the passage below a short, descriptive heading.',
          'Come up with a heading that fits this text.',
          'Which heading would you put above this passage?',
          'Find a title that says what this passage is about.',
          'Sum up the text below in a heading.',
          'How would you title this passage?',
          'I need a short heading for this section. What do you propose?',
          'Name the topic of the following passage, worded as a heading.',
          'Under which heading would you expect this text?',
        ]),
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

import { anchorFor } from '../subjects/anchor.ts';
import { answerBody } from '../sections/answer-body.ts';
import { readHeading } from '../headings/heading-question.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** "Requirements" below "Travel card": asked as "What are the requirements for the travel card?". */
export const aspectHeading: Pattern = {
  name: 'aspect-heading',
  task: 'qa',
  promise: 'The answer is the section whose heading names this aspect of the thing above it.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const shape = readHeading(context, section);
      if (shape?.kind !== 'aspect') continue;
      const body = answerBody(context, section, { minWords: 15, maxWords: 320 });
      if (body === undefined) continue;
      const question = context.choose(section, shape.questions);
      yield {
        section,
        question,
        anchor: anchorFor(context, section, question),
        answer: body.pieces,
        reasoning: 'explain',
        focus: question,
        fit: 0.7,
      };
    }
  },
};

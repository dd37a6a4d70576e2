import { anchorFor, isPlaced } from '../anchor.ts';
import { answerBody } from '../answer-body.ts';
import { readHeading } from '../heading-question.ts';
import { answerOrLead } from '../lead-body.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

/** A heading that is a question, with its section as the answer: an FAQ entry. */
export const questionHeading: Pattern = {
  name: 'question-heading',
  task: 'qa',
  promise: 'The document asks the question in a heading and answers it below.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const shape = readHeading(context, section);
      if (shape?.kind !== 'question') continue;
      if (/^(?:what|which) (?:is|are) the\b/iu.test(shape.question) && !isPlaced(context, section, shape.question))
        continue;
      const limits = { minWords: 5, maxWords: 300 };
      // What a thing is, its section says at the beginning; any other question needs the whole answer.
      const body = /^what (?:is|are)\b/iu.test(shape.question)
        ? answerOrLead(context, section, limits)?.body
        : answerBody(context, section, limits);
      if (body === undefined) continue;
      yield {
        section,
        question: shape.question,
        anchor: anchorFor(context, section, shape.question),
        answer: body.pieces,
        reasoning: /^(?:why|how)/iu.test(shape.question) ? 'explain' : 'recall',
        focus: shape.question,
        fit: 0.9,
      };
    }
  },
};

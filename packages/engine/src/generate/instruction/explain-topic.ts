import { topicOverlap } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import { answerBody } from '../answer-body.ts';
import { readHeading } from '../heading-question.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import type { SectionBody } from '../section-body.ts';

/** A heading that names a thing, and a section that opens with it. */
export const explainTopic: Pattern = {
  name: 'explain-topic',
  task: 'instruction',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.82,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const shape = readHeading(context, section);
      if (shape?.kind !== 'topic') continue;
      const body = answerBody(context, section, { minWords: 35, maxWords: 320 });
      if (body === undefined || body.blocks[0]?.kind !== 'paragraph') continue;
      const overlap = topicOverlap(shape.phrase, opening(context, body));
      if (overlap < 0.75) continue;
      const question = context.choose(section, [
        `Explain ${shape.phrase}.`,
        `What should I know about ${shape.phrase}?`,
        `Tell me about ${shape.phrase}.`,
        `Describe ${shape.phrase}.`,
        `Can you explain ${shape.phrase}?`,
        `Give me the essentials about ${shape.phrase}.`,
      ]);
      yield {
        section,
        question,
        anchor: anchorFor(context, section, question),
        answer: body.pieces,
        reasoning: 'explain',
        focus: shape.phrase,
        fit: 0.3 + 0.4 * overlap,
      };
    }
  },
};

/** The first two sentences: where a section that explains its heading names it. */
function opening(context: PatternContext, body: SectionBody): string {
  return body.sentences
    .slice(0, 2)
    .map((sentence) => context.text(sentence))
    .join(' ');
}

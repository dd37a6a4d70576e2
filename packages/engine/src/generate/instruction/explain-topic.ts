import { contentStems, topicOverlap } from '../../analyze/english/words.ts';
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
      if (!isWorthAsking(context, shape.phrase, body)) continue;
      const overlap = topicOverlap(shape.phrase, opening(context, body));
      if (overlap < 0.75) continue;
      const question = context.choose(section, questionsAbout(shape.phrase));
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

function questionsAbout(phrase: string): readonly string[] {
  if (/^an? /u.test(phrase)) return [`What is ${phrase}?`, `Explain what ${phrase} is.`, `Tell me what ${phrase} is.`];
  return [
    `Explain ${phrase}.`,
    `What should I know about ${phrase}?`,
    `Tell me about ${phrase}.`,
    `Describe ${phrase}.`,
    `Can you explain ${phrase}?`,
    `Give me the essentials about ${phrase}.`,
  ];
}

/** A single common word ("Lockers") is a topic only where the section opens with it. */
function isWorthAsking(context: PatternContext, phrase: string, body: SectionBody): boolean {
  const words = contentStems(phrase);
  if (words.length > 1 || /\p{Lu}/u.test(phrase)) return true;
  const [first] = body.sentences;
  return first !== undefined && contentStems(context.text(first))[0] === words[0];
}

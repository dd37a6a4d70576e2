import { AUXILIARIES, RELATIVES } from '../../analyze/english/word-classes.ts';
import { topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import { answerBody } from '../answer-body.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isImperative } from '../phrases.ts';
import { plainHeading } from '../topic.ts';

/** A heading that is advice ("Share your work early") or a statement, and the section that makes the case for it. */
export const elaborate: Pattern = {
  name: 'elaborate',
  task: 'instruction',
  promise: 'The answer is the section in which the author argues for the statement in its heading.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.84,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const heading = plainHeading(section.heading ?? '');
      const kind = /^step\b/iu.test(section.heading ?? '') ? undefined : kindOf(heading);
      const body = kind === undefined ? undefined : answerBody(context, section, { minWords: 40, maxWords: 350 });
      if (kind === undefined || body === undefined || body.blocks[0]?.kind !== 'paragraph') continue;
      const opening = body.sentences.slice(0, 2).map(context.text).join(' ');
      if (topicOverlap(heading, body.text) < 0.6 || topicOverlap(heading, opening) < 0.5) continue;
      const question = context.choose(section, [
        `Elaborate on the ${kind} "${heading}".`,
        `Explain the ${kind} "${heading}".`,
        `What is meant by the ${kind} "${heading}"?`,
      ]);
      yield {
        section,
        question,
        anchor: anchorFor(context, section, question),
        answer: body.pieces,
        reasoning: 'explain',
        focus: heading,
        fit: 0.4,
      };
    }
  },
};

/** What a heading of at least four words says: advice opens with a verb, a statement has a finite verb after its subject. */
function kindOf(heading: string): 'advice' | 'statement' | undefined {
  const words = wordsOf(heading);
  if (
    words.length < 4 ||
    words.length > 12 ||
    /["“”:;?()]|\b(?:this|these|following|below|above|my|me)\b/iu.test(heading)
  )
    return undefined;
  if (/^(?:step|how|what|when|where|why|who|which|if|for|in|on|to|example)\b/iu.test(heading)) return undefined;
  if (isImperative(heading)) return 'advice';
  const verb = words.findIndex(({ lower }) => AUXILIARIES.has(lower));
  const isClause = words.slice(0, verb).some(({ lower }) => RELATIVES.has(lower));
  if (isClause || words[0]?.lower.endsWith('ing') === true || heading === heading.toUpperCase()) return undefined;
  return verb >= 1 && verb < words.length - 1 ? 'statement' : undefined;
}

import { contentStems, topicOverlap } from '../../analyze/english/words.ts';
import { topicName } from '../owner.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { verbPhrase } from '../phrases.ts';
import { opensDependently } from '../reference.ts';

/** The text before a document's first sub-heading, when it introduces what the title names. */
export const overview: Pattern = {
  name: 'overview',
  task: 'instruction',
  promise: 'The answer is what the document says of its subject before it goes into parts.',
  family: 'section',
  version: 1,
  languages: ['en'],
  precision: 0.85,
  *find(context: PatternContext): Iterable<Draft> {
    const [section] = context.analysis.sections;
    const name = topicName(context);
    if (section === undefined || section.level > 1 || name === undefined) return;
    if (verbPhrase(name, context.recase) !== undefined || !isTelling(name)) return;
    const body = context.body(section);
    if (body === undefined || body.words < 35 || body.words > 300 || body.blocks[0]?.kind !== 'paragraph') return;
    const opening = body.sentences.slice(0, 2).map(context.text).join(' ');
    if (topicOverlap(name, opening) < 1 || opensDependently(opening)) return;
    const subject = context.topic.subject;
    const place = subject === undefined || topicOverlap(subject, name) >= 0.5 ? '' : ` (${subject})`;
    yield {
      section,
      question: context.choose(section, [
        `Give an overview of ${name}${place}.`,
        `What should I know about ${name}${place}?`,
        `Give a short introduction to ${name}${place}.`,
        `Tell me about ${name}${place}.`,
        `Briefly explain ${name}${place}.`,
      ]),
      answer: body.pieces,
      reasoning: 'explain',
      focus: `overview of ${name}`,
      fit: 0.6,
    };
  },
};

/** One common word ("benefits") does not say whose; a name or a longer phrase does. */
function isTelling(name: string): boolean {
  return contentStems(name).length > 1 || /\p{Lu}/u.test(name);
}

import { contentStems, topicOverlap } from '../../analyze/english/words.ts';
import type { Section } from '../../analyze/analysis.ts';
import { leadBody, standsAlone } from '../lead-body.ts';
import { topicName } from '../owner.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { verbPhrase } from '../phrases.ts';
import { opensDependently } from '../reference.ts';
import type { SectionBody } from '../section-body.ts';

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
    if (verbPhrase(name, context.recase) !== undefined || !isTelling(context, name)) return;
    const body = beginning(context, section);
    if (body === undefined || body.blocks[0]?.kind !== 'paragraph') return;
    const opening = body.sentences.slice(0, 2).map(context.text).join(' ');
    const isClose = topicOverlap(name, opening) === 1;
    const isLoose =
      contentStems(name).length > 1 && topicOverlap(name, opening) >= 0.5 && topicOverlap(name, body.text) === 1;
    if (opensDependently(opening) || (!isClose && !isLoose)) return;
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
      fit: isClose ? 0.6 : 0.2,
    };
  },
};

/** The whole of the text before the first sub-heading, or where that is too long or leans on more, its beginning. */
function beginning(context: PatternContext, section: Section): SectionBody | undefined {
  const body = context.body(section);
  if (body !== undefined && body.words >= 35 && body.words <= 300 && standsAlone(body.text, section.heading ?? ''))
    return body;
  return leadBody(context, section, { minWords: 35, maxWords: 300 });
}

/** One common word ("benefits") does not say whose; a name or a longer phrase does. */
function isTelling(context: PatternContext, name: string): boolean {
  if (contentStems(name).length > 1 || /[\p{Lu}\p{N}]/u.test(name.slice(1))) return true;
  return /\p{Lu}/u.test(name) && (context.analysis.casing.get(name.toLowerCase())?.lower ?? 0) === 0;
}

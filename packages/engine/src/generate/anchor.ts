import type { Section } from '../analyze/analysis.ts';
import { topicOverlap } from '../analyze/english/words.ts';
import { ownerOf } from './owner.ts';
import type { PatternContext } from './pattern.ts';
import { lowerFirst, upperFirst } from './phrases.ts';

const GUIDE_NOUN =
  /\b(?:guide|handbook|manual|policy|sheet|book|reference|documentation|faq|standard|tutorial|playbook|report)$/iu;

/**
 * The words that tie a question to its place, such as "In the context of travel cards, "; undefined when the question
 * names the topic already, or when there is nothing to name. The nearest heading that names a thing comes before the
 * document's title, because it is the more specific.
 */
export function anchorFor(context: PatternContext, section: Section, question: string): string | undefined {
  const name = ownerOf(context, section) ?? context.topic.name;
  const { subject } = context.topic;
  const isNamed = name === undefined || topicOverlap(name, question) >= 0.5;
  const isSubjectNamed = subject === undefined || topicOverlap(subject, question) >= 0.5;
  if (isNamed && isSubjectNamed) return undefined;
  const place = { start: section.start, end: section.end };
  const opener = context.choose(place, ['In the context of', 'When it comes to', 'Regarding']);
  if (isNamed) return `${opener} ${subject ?? ''}, `;
  if (subject === undefined && GUIDE_NOUN.test(name)) return `According to the ${name.replace(/^the /iu, '')}, `;
  return `${opener} ${name}${isSubjectNamed ? '' : ` (${subject})`}, `;
}

/** The question with its anchor before it, cased as one sentence. */
export function withAnchor(context: PatternContext, anchor: string | undefined, question: string): string {
  return anchor === undefined
    ? upperFirst(question)
    : upperFirst(anchor + lowerFirst(question, context.analysis.casing));
}

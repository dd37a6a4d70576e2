import type { Section } from '../analyze/analysis.ts';
import { gerundBase } from '../analyze/english/verbs.ts';
import { contentStems, stem, wordsOf } from '../analyze/english/words.ts';
import { nearestName } from './owner.ts';
import type { PatternContext } from './pattern.ts';
import { upperFirst } from './phrases.ts';

const GUIDE_NOUN =
  /\b(?:guide|handbook|manual|policy|sheet|book|reference|documentation|faq|standard|tutorial|playbook|report|cookbook)$/iu;

/**
 * The words that tie a question to its place, such as "In the context of travel cards, "; undefined when the question
 * names the topic already, or when there is nothing to name. The nearest heading that names a thing comes before the
 * document's title, because it is the more specific.
 */
export function anchorFor(context: PatternContext, section: Section, question: string): string | undefined {
  const name = nearestName(context, section);
  const { subject } = context.topic;
  const isNamed = name === undefined || namesTopic(question, name);
  const isSubjectNamed = subject === undefined || namesTopic(question, subject);
  if (isNamed && isSubjectNamed) return undefined;
  const place = { start: section.start, end: section.end };
  const opener = context.choose(place, ['In the context of', 'Regarding', 'With regard to', 'On the subject of']);
  if (isNamed) return `${opener} ${subject ?? ''}, `;
  if (subject === undefined && isGuide(name)) return `According to the ${name.replace(/^the /iu, '')}, `;
  return `${opener} ${name}${isSubjectNamed ? '' : ` (${subject})`}, `;
}

/** Words that many titles share: a question with one of them does not name the topic yet. */
const GENERIC = new Set(
  'guide handbook manual policy reference documentation overview introduction information question questions answer process project document team work best practice practices'
    .split(' ')
    .map(stem),
);

/** All of the name, or part of it in a question that says more: "the hooks" alone do not say whose. */
function namesTopic(question: string, name: string): boolean {
  const asked = new Set(contentStems(question));
  const wanted = contentStems(name).filter((word) => !GENERIC.has(word));
  const named = wanted.filter((word) => asked.has(word)).length;
  return named > 0 && (named === wanted.length || asked.size > 2);
}

/** "The acquisition guide" is a document; "Updating the handbook" is not. */
function isGuide(name: string): boolean {
  return GUIDE_NOUN.test(name) && gerundBase(wordsOf(name.replace(/^the /iu, ''))[0]?.text ?? '') === undefined;
}

/** The question with its anchor before it, cased as one sentence: questions open with words of ours, never with a name. */
export function withAnchor(anchor: string | undefined, question: string): string {
  return anchor === undefined
    ? upperFirst(question)
    : upperFirst(anchor + question.charAt(0).toLowerCase() + question.slice(1));
}

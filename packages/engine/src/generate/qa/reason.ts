import type { Section, Sentence } from '../../analyze/analysis.ts';
import { anchorFor, isPlaced } from '../subjects/anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { isUnlicensedDefinite, lowerFirst, subjectDefect, toFirstPerson } from '../wording/phrases.ts';
import { isTopical } from '../headings/topical.ts';

/** Subject, auxiliary, predicate, cause: the shape that turns into a question by moving one word. */
const BECAUSE =
  /^(?<subject>[^.:;!?,()]{2,60}?) (?<auxiliary>is|are|was|were|cannot|must|should) (?<predicate>[^.:;!?]{4,120}?),? because (?!of\b)(?<cause>[^:;!?]{12,200})\.$/u;

/** "Shards are read-only because …": asked as "Why are shards read-only?". */
export const reason: Pattern = {
  name: 'reason',
  task: 'qa',
  promise: 'One sentence of the document gives the fact and its cause.',
  family: 'sentence',
  version: 2,
  languages: ['en'],
  precision: 0.82,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        const draft = sentence === undefined ? undefined : readReason(context, section, sentence);
        if (draft !== undefined) yield draft;
      }
    }
  },
};

function readReason(context: PatternContext, section: Section, sentence: Sentence): Draft | undefined {
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  const groups = BECAUSE.exec(text)?.groups;
  const subject = groups?.['subject'];
  const predicate = groups?.['predicate'];
  const auxiliary = groups?.['auxiliary'];
  if (subject === undefined || predicate === undefined || auxiliary === undefined) return undefined;
  if (
    subjectDefect(subject) !== undefined ||
    !isTopical(context, section, subject) ||
    isUnlicensedDefinite(subject) ||
    /` and `/u.test(subject) ||
    /\b(?:at first|unlike|interesting|hard|easy|nice|important|great)\b/iu.test(predicate) ||
    /\b(?:this|that|these|those|it|they|and|but|so)$|^(?:because|that|why|so)\b|\b(?:then|now|also|as well|but|similar)\b|\b(?:not|just|only|partly|simply|mainly|mostly|precisely|exactly|largely)$|\band \S+ \S+ \S|,/iu.test(
      predicate,
    )
  )
    return undefined;
  const name = lowerFirst(subject, context.analysis.casing);
  const question =
    auxiliary === 'cannot' ? `Why can't ${name} ${predicate}?` : `Why ${auxiliary} ${name} ${predicate}?`;
  if (!isPlaced(context, section, question) || !isPredicate(predicate)) return undefined;
  const passage = context.body(section);
  return {
    section,
    question: toFirstPerson(question),
    anchor: anchorFor(context, section, question),
    ...(passage === undefined ? {} : { passage: passage.pieces }),
    answer: [{ start: sentence.start, end: sentence.end }],
    reasoning: 'cause',
    focus: question,
    fit: 0.6,
  };
}

/** "the currency of influence is contributions": turned round, two nouns without a word between them are no question. */
function isPredicate(predicate: string): boolean {
  const [first = '', ...rest] = predicate.split(' ');
  return rest.length > 0
    ? !/[^su]s$/u.test(first) || /^(?:always|sometimes|as|its)$/u.test(first)
    : /(?:ed|en|le|ant|ent|ous|al|ive|ful|less|ic|able|ible|ary|wn|ne|fe)$/u.test(first);
}

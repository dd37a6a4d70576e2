import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf, type Word } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { holdsUnknownDefinite, isFiniteVerb } from '../wording/phrases.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';
import { hasLostPlural, isFollowed, isLabelled, textAround, textBefore } from './surroundings.ts';

/**
 * "Shards are read-only because …" asked as "Why are shards read-only?". Advice with its aim ("Sign the form to prevent …")
 * is not asked for: an order is no answer to "why".
 */
export const passageReason = passagePattern({
  name: 'passage-reason',
  version: 2,
  promise: 'One sentence of the passage gives the fact together with its cause.',
  isDefault: false,
  precision: 0.56,
  reasoning: 'cause',
  ask: bySentence((sentence: AskedSentence): PassageQuestion | undefined => {
    const { text, context } = sentence;
    const { fact, cause } = (BECAUSE.exec(text) ?? SINCE.exec(text) ?? SO_THAT.exec(text))?.groups ?? {};
    if (fact === undefined || cause === undefined || isFollowed(sentence) || isLabelled(sentence)) return undefined;
    if (LEANING.test(fact) || TWOFOLD.test(fact) || NARRATED.test(cause) || hasLostPlural(text)) return undefined;
    if (holdsUnknownDefinite(fact, textBefore(sentence))) return undefined;
    if (holdsUnknownDefinite(cause, `${textAround(sentence)} ${fact}`) || isEcho(fact, cause)) return undefined;
    return askFact(context, fact);
  }),
});

const BECAUSE = /^(?<fact>[^,:;!?()]{8,140}?),? because (?!of\b|then\b)(?<cause>[^:;!?()]{10,200})\.$/u;
/** "Because shards are copied, …" */
const SINCE =
  /^(?:Because|Since) (?!(?:of|this|that|it|they|these|those|then)\b)(?<cause>[^,:;!?()]{8,120}), (?<fact>[^,:;!?()]{8,140})\.$/u;
/** What something can do has no aim, what is done has. */
const SO_THAT =
  /^(?<fact>(?![^,]*\b(?:can|may|could|might|will)\b)[^,:;!?()]{8,140}?),? so that (?<cause>[^:;!?()]{10,200})\.$/u;

/** The reason may be that of the last clause only. */
const TWOFOLD =
  /\b(?:and|but|or|which|who|where|when|if|while|unless|how|what) [^,]*\b(?:is|are|was|were|may|will|can|must|should|has|have|do|does)\b|\b(?:and|but|or)$/u;

/** A reason beside others, a fact that leans on what was said before, or a judgement. */
const LEANING =
  /\b(?:also|not only|just|only|partly|simply|mainly|mostly|precisely|exactly|largely|then|now|it|this|that|these|those|them|they|but|so|such|especially|usually|perhaps|maybe|probably|linked|purpose|goal|aim|there|more|less|too|as well|still|again|however|rather|instead|we|our|us|my|good|great|bad|best|better|special|interesting|important|easy|hard|difficult|nice|useful|helpful|different|similar|same|true|possible|case|fine|bit|okay|ok)\b/iu;

/** Told by somebody, or a cause that the sentence before has. */
const NARRATED = /\b(?:we|us|our|my|I|this|these|those|such|otherwise|above|below)\b/u;

const FEWEST_NEW_WORDS = 3;

function isEcho(fact: string, cause: string): boolean {
  const known = new Set(contentStems(fact));
  return known.size < 2 || new Set(contentStems(cause).filter((word) => !known.has(word))).size < FEWEST_NEW_WORDS;
}

const AUXILIARY =
  /^(?<subject>[^,]{2,70}?) (?<auxiliary>do not|does not|must not|should not|is|are|was|were|must|should|can|cannot|may|will|(?:is|are|do|does|ca|wo|should)n['’]t) (?<rest>.{4,})$/u;

function askFact(context: PatternContext, fact: string): PassageQuestion | undefined {
  const { subject, auxiliary = '', rest } = AUXILIARY.exec(fact)?.groups ?? {};
  if (subject === undefined || rest === undefined) return askVerb(context, fact);
  const name = /^you$/iu.test(subject) ? 'you' : subjectName(context, subject, 8);
  // "The currency is contributions": a noun turned around is no question.
  if (name === undefined || (/^(?:is|are|was|were)$/u.test(auxiliary) && /^[a-z]+s$/u.test(rest))) return undefined;
  if (auxiliary === 'cannot') return { questions: [`Why can't ${name} ${rest}?`] };
  const [first = '', not] = auxiliary.split(' ');
  return { questions: [`Why ${first} ${name} ${not === undefined ? '' : 'not '}${rest}?`] };
}

/** "The compiler rejects the call" asked as "Why does the compiler reject the call?", of several things with "do". */
function askVerb(context: PatternContext, fact: string): PassageQuestion | undefined {
  const words = wordsOf(fact);
  const at = words.findIndex(({ lower }, index) => index > 0 && (isFiniteVerb(lower) || isPluralVerb(words, index)));
  const verb = words[at];
  if (verb === undefined) return undefined;
  const name = subjectName(context, fact.slice(0, verb.start).trim(), 5);
  const base = thirdPersonBase(verb.lower);
  if (name === undefined) return undefined;
  return {
    questions: [`Why ${base === undefined ? 'do' : 'does'} ${name} ${base ?? verb.lower}${fact.slice(verb.end)}?`],
  };
}

/** "services contribute": a verb that is no noun, right behind a plural. */
function isPluralVerb(words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1]?.lower ?? '', words[index]?.lower ?? ''];
  return BASE_VERBS.has(word) && !isNounLike(word) && /(?<![sui])s$/u.test(before);
}

import type { TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { ARTICLES } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor } from '../anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { lowerFirst, subjectDefect } from '../phrases.ts';
import { isTopical } from '../topical.ts';

/** Subject, copula, article, genus, and what sets the thing apart. */
const DEFINITION =
  /^(?<subject>[^.:;!?()]{2,70}?)(?<gloss> \([^()]{1,40}\)|, (?:or|also called|also known as) [^,.:;()]{2,40},)? (?<copula>is|are) (?<genus>(?:an?|the) [^.:;!?(]{2,80}?|(?:[a-z-]+ ){0,3}[a-z]+(?:s|people|data|software|children)) (?<link>that|which|who|whose|where|used|designed|intended|for|of|in which|made|given|created|responsible|built|written|containing|consisting|located|developed|provided|based|without|whereby|over|to|from|between|with|representing|describing) /u;

const REFERS_TO = /^(?<subject>[^.:;!?()]{2,70}?) (?<copula>refers?) to (?<genus>[^.:;!?]{2,80}) /u;

/** Genera that judge, place or count instead of saying what a thing is. */
const NO_GENUS =
  /^(?:an?|the)?\s*(?:(?:very|most|more|quite|really|rather|pretty|so|too|also|often|always|usually|now|just|simply|only|probably|likely|not|no|still|already|currently|generally|typically|sometimes|never|ever)\b|(?:large|small|complex|well-known|clever|strange|strong|weak|dangerous|potentially|helpful|allowed|approved|primary|basic part|good|great|bad|best|better|worse|worst|big|biggest|common|commonest|key|critical|crucial|vital|important|main|major|nice|perfect|useful|handy|excellent|ideal|wonderful|first|last|next|only|same|right|wrong|real|huge|easy|hard|simple|fine|popular|famous|powerful|essential|fundamental|natural|safe|sure|longer|shorter|larger|smaller|newer|older|faster|slower|simpler|stronger|recommended|preferred|similar|additional|different|separate|further|typical|potential|possible|slight|subtle|few|little)\b|(?:all|both|those|these|term that|name that|lot|bit|must|part|result|matter|example|case|problem|question|reason|sign|symptom|fact|pity|shame|mistake|thing|kind of thing|number|variety|couple|pair|range|series|majority|rest|function of|product of|member|responsibility|responsibilities|subject|topic|focus|goal|point|idea|difference|default|exception|term|word|feature|way|winner|recipient|trademark|fan|beginning|end|top|bottom|one of|some of|two of|many of|all of|most of)\b)/iu;

const BAD_GENUS_WORDS =
  /\b(?:is|are|was|were|we|you|i|our|your|my|this|these|those|above|below|following|here|there)\b/iu;

/** "A shard is a part of an index that …": asked as "What is a shard?". */
export const definition: Pattern = {
  name: 'definition',
  task: 'qa',
  promise: 'One sentence of the document says what the term is.',
  family: 'definition',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      for (const index of section.sentences) {
        const sentence = context.analysis.sentences[index];
        if (sentence === undefined || !canDefine(context, sentence)) continue;
        const draft = readDefinition(context, section, { sentence, next: context.analysis.sentences[index + 1] });
        if (draft !== undefined) yield draft;
      }
    }
  },
};

/** Sentences of paragraphs, and those that a list item begins with. */
function canDefine({ document }: PatternContext, { block, start }: Sentence): boolean {
  const { kind, items = [] } = document.blocks[block] ?? {};
  return kind === 'paragraph' || (kind === 'list' && items.some((item) => item.start === start));
}

/** "Borg is a fork of Attic." tells too little. */
const FEWEST_WORDS = 8;

interface SentencePair {
  readonly sentence: Sentence;
  readonly next: Sentence | undefined;
}

function readDefinition(
  context: PatternContext,
  section: Section,
  { sentence, next }: SentencePair,
): Draft | undefined {
  const text = context.text(sentence).replaceAll(/\s+/gu, ' ');
  if (/\b(?:we|our|us|I|[Tt]his|[Tt]hese)\b|, which (?:means|is why)\b/u.test(text)) return undefined;
  if (text.length > 420 || !/[.!]["”)]?$/u.test(text)) return undefined;
  const groups = (DEFINITION.exec(text) ?? REFERS_TO.exec(text))?.groups;
  const subject = groups?.['subject'];
  const genus = groups?.['genus'];
  if (subject === undefined || genus === undefined || !/^[\p{L}`]/u.test(subject)) return undefined;
  if (isPerson(subject, genus) || isPossessive(subject) || isUnfit(subject, genus)) return undefined;
  if (subjectDefect(subject, 5) !== undefined || NO_GENUS.test(genus) || BAD_GENUS_WORDS.test(genus)) return undefined;
  if (!/^(?:an?|the) /iu.test(genus) && groups?.['copula'] === 'is') return undefined;
  if (/^(?:an? )?(?:bit|lot|kind|sort|number|couple|variety|type|way|series|list|example) of\b/iu.test(subject))
    return undefined;
  if (/^an? /iu.test(subject) && groups?.['copula'] === 'are') return undefined;
  if (topicOverlap(subject, genus) === 1 || hasSecondClause(text) || !isGenus(genus)) return undefined;
  if (!isNamedThing(context, section, subject)) return undefined;
  if (countWords(text) < FEWEST_WORDS) return undefined;
  const casing = context.analysis.casing;
  const name = lowerFirst(subject, casing);
  const isPlural = groups?.['copula'] === 'are' || groups?.['copula'] === 'refer';
  const verb = isPlural ? 'are' : 'is';
  const wording = context.phrase(sentence, [
    `What ${verb} ${name}?`,
    `What exactly ${verb} ${name}?`,
    `What, in short, ${verb} ${name}?`,
    // Words have meanings; names of things have not.
    ...(isUniversal(subject) ? [] : [`What is meant by ${name}?`, `How would you define ${name}?`]),
    // A bare name gives a search nothing but the word "define" to go by.
    ...(isUniversal(subject) && countWords(name) < 2 ? [] : [`Define ${name}.`]),
    `Explain briefly what ${name} ${verb}.`,
  ]);
  const answer = withContinuation(context, { sentence, next });
  const anchor = isUniversal(subject) ? undefined : anchorFor(context, section, wording.question);
  // "What is a list?" asks for anything where nothing says which list.
  if (anchor === undefined && !isTopical(context, section, subject)) return undefined;
  return {
    section,
    ...wording,
    anchor,
    answer: [answer],
    reasoning: 'recall',
    focus: contentStems(subject).join(' '),
    fit: definitionFit(section, subject, text),
  };
}

/** Two things at once, a common case, code of which only one place speaks; a state instead of a kind ("visible to all"). */
function isUnfit(subject: string, genus: string): boolean {
  if (
    / (?:and|or) |^(?:(?:the|an?) )?(?:common|typical|usual|general|possible|supported|example|sample)\b/iu.test(
      subject,
    )
  )
    return true;
  if (/^`[^`]*\d[^`]*`$/u.test(subject)) return true;
  return !/^(?:an?|the) /iu.test(genus) && /\b(?:to|by|in|on|at|with|from|for)\b/u.test(genus);
}

/** "A queue's input", "her second point": what belongs to a thing is seldom a term of its own. */
function isPossessive(subject: string): boolean {
  return /\p{L}['’]s? \p{L}|^(?:his|her|its|their)\b/iu.test(subject);
}

/** People are not asked for with "what", and what they are is nothing to learn. */
function isPerson(subject: string, genus: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)? \p{Lu}\p{Ll}+$/u.test(subject) &&
    /\b(?:consultant|engineer|author|professor|developer|director|manager|scientist|researcher|founder|programmer|writer|specialist|teacher|lecturer|student|president|\p{Lu}\p{Ll}+(?:an|ese|ish))\b/u.test(
      genus,
    )
  );
}

/** ", and it …" after a first comma, or a contrast: the sentence says more than what the thing is. */
function hasSecondClause(text: string): boolean {
  return (
    /, (?:but|so|though|although|whereas|yet|however)\b|\band (?:has|have|is|are|was|were) /u.test(text) ||
    /^[^,]+, and \S+ /u.test(text)
  );
}

/** "the" opens a definition only before a noun of its own kind ("the process of …"); a bare genus is no participle. */
function isGenus(genus: string): boolean {
  if (/^the /iu.test(genus)) return DEFINITE_GENUS.test(genus);
  return (
    /^an? /iu.test(genus) ||
    !/^(?:\w+(?:ed|en|ing|ly)|able|available|due|known|set|made|put|sent|based|subject|open|free|responsible)\b/iu.test(
      genus,
    )
  );
}

const DEFINITE_GENUS =
  /\b(?:process|act|practice|set|collection|method|technique|ability|number|name|tool|program|system|body|agency|office|department|team|person|group|organi[sz]ation|study|amount|measure|ratio|type|file|document|language|format|protocol|standard|command|function|place|time|period|date|term|word|value|unit|part|branch|field|science|art|state|condition|component|module|service|device|machine|library|framework|property|capacity|degree|rate|rule|principle|idea that|theory|concept)s?(?:$|\s)/iu;

/** A definite subject must be known: the section's heading names it, or it is a name. */
function isNamedThing(context: PatternContext, section: Section, subject: string): boolean {
  if (/^the /iu.test(subject)) {
    return topicOverlap(subject, section.heading ?? '') === 1 || /\s\p{Lu}\S*$/u.test(subject);
  }
  if (/^an? /iu.test(subject)) return true;
  const [first] = wordsOf(subject);
  if (first === undefined) return false;
  // A bare singular in the middle of prose is a name, a mass noun, or a broken split; the heading or casing tells.
  const counts = context.analysis.casing.get(first.lower);
  return (
    topicOverlap(subject, `${section.heading ?? ''} ${context.topic.name ?? ''}`) >= 0.5 ||
    (counts?.upper ?? 0) > 0 ||
    /[\p{Lu}\p{N}]/u.test(subject.slice(1)) ||
    counts !== undefined
  );
}

/** Names, acronyms and code need no anchor: they mean the same anywhere. */
function isUniversal(subject: string): boolean {
  const words = wordsOf(subject).filter(({ lower }) => !ARTICLES.has(lower));
  return words.some(({ text }, index) => /[\p{Lu}\p{N}]/u.test(index === 0 ? text.slice(1) : text));
}

function definitionFit(section: Section, subject: string, text: string): number {
  const headingBonus = section.heading !== undefined && topicOverlap(subject, section.heading) === 1 ? 0.3 : 0;
  const length = countWords(text);
  return 0.55 + headingBonus + (length >= 10 && length <= 35 ? 0.1 : 0);
}

/** The definition, and the sentence after it in the paragraph when that goes on about the thing with a pronoun. */
function withContinuation(context: PatternContext, { sentence, next }: SentencePair): TextRange {
  const range = { start: sentence.start, end: sentence.end };
  if (next === undefined || next.block !== sentence.block || namesAnother(context.text(sentence))) return range;
  const text = context.text(next);
  return /^(?:It|They) (?!(?:is|was) (?:important|possible|worth|recommended|also))/u.test(text) && /[.!]$/u.test(text)
    ? { start: sentence.start, end: next.end }
    : range;
}

/** A clause or a name after the copula: a pronoun in the next sentence may mean that instead. */
function namesAnother(text: string): boolean {
  const rest = text.replace(/^.*? (?:is|are|refers? to) /u, '');
  return /, (?:which|who)\b/u.test(rest) || /\s\p{Lu}\p{L}/u.test(rest);
}

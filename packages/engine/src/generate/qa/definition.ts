import type { TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { FIRST_NAMES } from '../../analyze/entities/first-names.ts';
import { ARTICLES } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import { anchorFor, isPlacedByName } from '../subjects/anchor.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { holdsUnknownDefinite, subjectDefect } from '../wording/phrases.ts';
import { isTopical } from '../headings/topical.ts';
import { holdsUnmistakable } from '../subjects/unmistakable.ts';
import { definedTerm, isBareAcronym, type DefinedTerm } from './defined-term.ts';

/** Subject, copula, article, genus, and what sets the thing apart. */
const DEFINITION =
  /^(?<subject>[^.:;!?()]{2,70}?)(?<gloss> \((?=[^()]*[\p{Lu}`])[^()]{1,40}\)|, (?:or|also called|also known as) [^,.:;()]{2,40},)? (?<copula>is|are) (?<genus>(?:an?|the) [^.:;!?(]{2,80}?|(?:[a-z-]+ ){0,3}[a-z]+(?:s|people|data|software|children)) (?<link>that|which|who|whose|where|used|designed|intended|for|of|in which|made|given|created|responsible|built|written|containing|consisting|located|developed|provided|based|without|whereby|over|to|from|between|with|representing|describing) /u;

const REFERS_TO = /^(?<subject>[^.:;!?()]{2,70}?) (?<copula>refers?) to (?<genus>[^.:;!?]{2,80}) /u;

/** Genera that judge, place or count instead of saying what a thing is. */
const NO_GENUS =
  /^(?:an?|the)?\s*(?:(?:very|most|more|quite|really|rather|pretty|so|too|also|often|always|usually|now|just|simply|only|probably|likely|not|no|still|already|currently|generally|typically|sometimes|never|ever)\b|(?:large|small|complex|well-known|clever|strange|strong|weak|dangerous|potentially|helpful|allowed|approved|primary|basic part|good|great|bad|best|better|worse|worst|big|biggest|common|commonest|key|critical|crucial|vital|important|main|major|nice|perfect|useful|handy|excellent|ideal|wonderful|first|last|next|only|same|right|wrong|real|huge|easy|hard|simple|fine|popular|famous|powerful|essential|fundamental|natural|safe|sure|longer|shorter|larger|smaller|newer|older|faster|slower|simpler|stronger|recommended|preferred|similar|additional|different|separate|further|typical|potential|possible|slight|subtle|few|little)\b|(?:(?:\w+ )?version|all|both|those|these|term that|name that|lot|bit|must|part|result|matter|example|case|problem|question|reason|sign|symptom|fact|pity|shame|mistake|thing|kind of thing|number|variety|couple|pair|range|series|majority|rest|function of|product of|member|responsibility|responsibilities|subject|topic|focus|goal|point|idea|difference|default|exception|term|word|feature|way|winner|recipient|trademark|fan|beginning|end|top|bottom|one of|some of|two of|many of|all of|most of)\b)/iu;

const BAD_GENUS_WORDS =
  /\b(?:is|are|was|were|we|you|i|our|your|my|this|these|those|above|below|following|here|there)\b/iu;

/** "A shard is a part of an index that …": asked as "What is a shard?". */
export const definition: Pattern = {
  name: 'definition',
  task: 'qa',
  promise: 'One sentence of the document says what the term is.',
  family: 'definition',
  version: 3,
  languages: ['en'],
  isDefault: false,
  precision: 0.45,
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
  const rest = text.slice(text.indexOf(genus));
  if (isCircular(subject, rest) || holdsLoose(rest, `${subject} ${context.topic.name ?? ''}`)) return undefined;
  if (!isNamedThing(context, section, subject) || countWords(text) < FEWEST_WORDS) return undefined;
  const term = definedTerm(context, subject);
  if (
    term === undefined ||
    isPluralSlip(groups, subject) ||
    (isBareAcronym(term.written) && groups?.['gloss'] === undefined)
  )
    return undefined;
  // What is said of a thing in passing, another page says better.
  if (context.recipe.generate.allPatterns !== true && !isTopical(context, section, subject)) return undefined;
  const verb = groups?.['copula'] === 'are' || groups?.['copula'] === 'refer' ? 'are' : 'is';
  const wording = context.phrase(sentence, wordings(term, verb));
  const isKnown = isTermUnmistakable(term.written);
  // What Kibana is for one organisation is not what Kibana is.
  if (isOfOthers(context, rest) || (isKnown && isOfSpoken(context, rest, term.written))) return undefined;
  if (!isKnown && !(term.isName ? ownsNames(context) : isPlacedByName(context, section, wording.question)))
    return undefined;
  return {
    section,
    ...wording,
    ...(isKnown && holdsUnmistakable(`a ${term.written}`)
      ? { takesNoAnchor: true }
      : { anchor: anchorFor(context, section, wording.question) }),
    answer: [withContinuation(context, { sentence, next })],
    reasoning: 'recall',
    focus: contentStems(subject).join(' '),
    fit: definitionFit(section, subject, text),
  };
}

/** "Meetups is", "a plan (IDPs) is": a question could only repeat the slip. */
function isPluralSlip(groups: Readonly<Record<string, string>> | undefined, subject: string): boolean {
  const [head = ''] = subject.split(/ (?:in|of|for|on|with|to) /u);
  if (groups?.['copula'] === 'refers') return /[^siu]s$/u.test(head);
  if (groups?.['copula'] !== 'is') return false;
  return /\p{Lu}s\)$/u.test(groups['gloss'] ?? '') || (/ .*[^s]s$/u.test(subject) && !subject.includes('`'));
}

/** "An intent is a description of a user's intention." */
function isCircular(subject: string, rest: string): boolean {
  const present = contentStems(rest);
  const common = contentStems(subject.replaceAll(/`[^`]*`|\p{Lu}\p{L}*(?= )/gu, ' '));
  return (
    topicOverlap(subject, rest) === 1 ||
    common.some((word) => word.length >= FEWEST_LETTERS_REPEATED && present.some((other) => other.startsWith(word)))
  );
}

const FEWEST_LETTERS_REPEATED = 5;

function isOfSpoken({ topic }: PatternContext, rest: string, term: string): boolean {
  const name = topic.spoken?.name;
  return name !== undefined && rest.includes(name) && !term.includes(name) && topic.spoken?.ownsNames === true;
}

/** "A group of NRTB staff": what it is at one organisation, where another name was read off the text. */
function isOfOthers({ topic }: PatternContext, rest: string): boolean {
  const owner = /(?<name>[\p{Lu}\p{N}]{2,}) (?:staff|employees|people|teams?|members)\b/u.exec(rest)?.groups?.['name'];
  return owner !== undefined && owner !== topic.spoken?.name;
}

/** "HR Links in Tock" would be wrong where Tock is only what the page speaks of most. */
function ownsNames({ topic, recipe }: PatternContext): boolean {
  return topic.spoken?.ownsNames === true || recipe.generate.allPatterns === true;
}

function wordings({ written, isName }: DefinedTerm, verb: string): string[] {
  return [
    `What ${verb} ${written}?`,
    `What exactly ${verb} ${written}?`,
    `Explain what ${written} ${verb}.`,
    `Can you say what ${written} ${verb}?`,
    `How would you explain what ${written} ${verb}?`,
    `I would like to know what ${written} ${verb}.`,
    // Words have meanings; names of things have not.
    ...(isName ? [] : [`What is meant by ${written}?`, `How would you define ${written}?`, `Define ${written}.`]),
  ];
}

const FEWEST_LETTERS_OF_RARE = 9;

/** A name that is no other word, or a term of a trade, long and rare enough to have one meaning: "monomorphization". */
function isTermUnmistakable(written: string): boolean {
  if (holdsUnmistakable(`a ${written}`)) return true;
  const words = wordsOf(written.replaceAll(/`[^`]*`/gu, ' ')).filter(({ lower }) => !ARTICLES.has(lower));
  return words.some(
    ({ lower }) =>
      lower.length >= FEWEST_LETTERS_OF_RARE &&
      !/[-.']|(?:ed|ing|er|ers)$|^(?:re|un|non|sub|multi|over|under|pre|inter|mis|dis)/u.test(lower) &&
      !isCommonWord(lower),
  );
}

/** What one page or moment knows: "the project", "it stays so for now", an address, a word typed twice. */
function holdsLoose(rest: string, known: string): boolean {
  return (
    /https?:|\bthat(?: (?:on|in|for|with|by|from|as|and)\b|[.,])|\b(?<word>\p{L}+) \k<word>\b|, not |^[^(]*\)|\bway (?:for|to)\b|\b(?:impactful|innovative|leading|world-class|fast-paced|exciting|unique|amazing|cutting-edge|robust|premier|friendly)\b|\bsingle person\b|\bno longer\b|, as (?:it|they)\b|\bwork-in-progress\b|\bspecial case\b|\b(?:currently|nowadays|recently|our|we)\b/iu.test(
      rest,
    ) ||
    /\b(?:across|throughout|within) \p{Lu}/u.test(rest) ||
    holdsUnknownDefinite(rest, known)
  );
}

/** Two things at once, a common case, code of which only one place speaks; a state instead of a kind ("visible to all"). */
function isUnfit(subject: string, genus: string): boolean {
  if (
    / (?:and|or) |^(?:(?:the|an?) )?(?:common|typical|usual|general|possible|supported|example|sample)\b/iu.test(
      subject,
    )
  )
    return true;
  if (/^`[^`]*\d[^`]*`$|^[^`]*\/[^`]*$/u.test(subject)) return true;
  return !/^(?:an?|the) /iu.test(genus) && /\b(?:to|by|in|on|at|with|from|for)\b/u.test(genus);
}

/** "A queue's input", "her second point": what belongs to a thing is seldom a term of its own. */
function isPossessive(subject: string): boolean {
  return /\p{L}['’]s? \p{L}|^(?:his|her|its|their)\b/iu.test(subject);
}

/** People are not asked for with "what", and what they are is nothing to learn. */
function isPerson(subject: string, genus: string): boolean {
  const words = subject.split(' ');
  if (!/^\p{Lu}\p{Ll}+$/u.test(words[0] ?? '') || words.length > 3 || !words.every((word) => /^\p{Lu}/u.test(word)))
    return false;
  return FIRST_NAMES.has(words[0] ?? '') || PERSON_NOUN.test(genus);
}

const PERSON_NOUN =
  /\b(?:consultant|engineer|author|professor|developer|director|manager|scientist|researcher|founder|co-founder|programmer|writer|specialist|teacher|lecturer|student|president|advocate|strategist|leader|expert|architect|contributor|maintainer|lawyer|attorney|officer|speaker|evangelist|enthusiast|economist|artist|designer|analyst|activist|fellow|chair|veteran|editor|journalist|physicist|mathematician|politician|actor|singer|\p{Lu}\p{Ll}+(?:an|ese|ish))\b/u;

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

function definitionFit(section: Section, subject: string, text: string): number {
  const headingBonus = section.heading !== undefined && topicOverlap(subject, section.heading) === 1 ? 0.3 : 0;
  const length = countWords(text);
  return 0.55 + headingBonus + (length >= 10 && length <= 35 ? 0.1 : 0);
}

/** The definition, and the sentence after it in the paragraph when that goes on about the thing with a pronoun. */
function withContinuation(context: PatternContext, { sentence, next }: SentencePair): TextRange {
  const range = { start: sentence.start, end: sentence.end };
  if (
    next === undefined ||
    next.block !== sentence.block ||
    next.start > sentence.end + 1 ||
    namesAnother(context.text(sentence))
  )
    return range;
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

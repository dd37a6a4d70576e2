import type { Section } from '../analyze/analysis.ts';
import { gerundBase } from '../analyze/english/verbs.ts';
import { DETERMINERS } from '../analyze/english/word-classes.ts';
import { contentStems, stem, wordsOf } from '../analyze/english/words.ts';
import { nearestName } from './owner.ts';
import type { PatternContext } from './pattern.ts';
import { upperFirst } from './phrases.ts';
import type { SpokenSubject } from './subject.ts';

const GUIDE_NOUN =
  /\b(?:guide|handbook|manual|policy|sheet|book|reference|documentation|faq|frequently asked questions|standard|tutorial|playbook|report|cookbook|glossary|overview|notes|tour|howto|checklist|specification)$/iu;

/** The words that tie a question to its place, and whether they stand before or after it. */
export interface Anchor {
  readonly words: string;
  readonly place: 'before' | 'after';
}

const OPENERS = ['in the context of', 'regarding', 'with regard to', 'when it comes to', 'concerning'];

/** Questions that can name their place at the end: "Describe dumb clients in the context of HTTP." */
const TAKES_ANCHOR_LAST =
  /^(?:explain|describe|tell me about|give me the essentials about|what should I know about|can you explain|what (?:exactly )?(?:is|are)(?!.* (?:of|for|in|on|to|with|from|by)\b)|define|how would you define|give a definition of)\b/iu;
/** And these only the name of what the document is about: "What does a hook do in Git?" */
const TAKES_NAME_LAST = /^(?:what does|how do|how does|how can)\b[^,]+$/iu;
/** Content words from which a question needs no more than the name of what the document is about. */
const ENOUGH_CONTENT = 4;

/** Whether a question tells, with its anchor or by itself, what it is about. */
export function isPlaced(context: PatternContext, section: Section, question: string): boolean {
  return (
    anchorFor(context, section, question) !== undefined ||
    nearestName(context, section) !== undefined ||
    /[\p{Lu}\p{N}`]/u.test(question.slice(1).replaceAll(/\bI\b/gu, ''))
  );
}

/**
 * What ties a question to its place, such as "in the context of travel cards"; undefined when the question names the topic
 * already, or when there is nothing to name. The nearest heading that names a thing comes before the document's title,
 * because it is the more specific.
 */
export function anchorFor(context: PatternContext, section: Section, question: string): Anchor | undefined {
  const name = nearestName(context, section);
  const { subject, spoken } = context.topic;
  const isNamed = name === undefined || namesTopic(question, name);
  const isSubjectNamed = subject === undefined || namesTopic(question, subject);
  if (isNamed && isSubjectNamed) return subject === undefined ? spokenAnchor(context, section, question) : undefined;
  if (isNamed) return anchored(context, section, { question, words: subject ?? '' });
  const isLong = contentStems(question).length >= ENOUGH_CONTENT;
  if (subject === undefined && spoken?.isCertain === true && isLong) return spokenAnchor(context, section, question);
  return anchorOfName(context, section, { question, name, isSubjectNamed });
}

/** The longest anchor there is, for a question that a search does not find by a shorter one. */
export function fullAnchor(context: PatternContext, section: Section, question: string): Anchor | undefined {
  const name = nearestName(context, section);
  if (name === undefined || namesTopic(question, name)) return anchorFor(context, section, question);
  const { subject } = context.topic;
  const isSubjectNamed = subject === undefined || namesTopic(question, subject);
  return anchorOfName(context, section, { question, name, isSubjectNamed });
}

interface NamedPlace {
  readonly question: string;
  readonly name: string;
  readonly isSubjectNamed: boolean;
}

function anchorOfName(
  context: PatternContext,
  section: Section,
  { question, name, isSubjectNamed }: NamedPlace,
): Anchor {
  const { subject } = context.topic;
  const spoken = subject === undefined ? spokenAnchor(context, section, `${question} ${name}`)?.words : undefined;
  if (subject === undefined && isGuide(name)) {
    const whose = spoken === undefined ? '' : `${context.topic.spoken?.name ?? ''} `;
    return { words: `according to the ${whose}${name.replace(/^the /iu, '')}`, place: 'before' };
  }
  const rest = spoken === undefined ? (isSubjectNamed ? '' : ` (${subject})`) : ` ${spoken}`;
  return anchored(context, section, { question, words: `${name}${rest}` });
}

function anchored(
  context: PatternContext,
  section: Section,
  { question, words }: { readonly question: string; readonly words: string },
): Anchor {
  const place = placeOf(context, section, TAKES_ANCHOR_LAST.test(question));
  const openers = place === 'after' ? OPENERS.slice(0, 1) : OPENERS;
  return { words: `${context.choose({ start: section.start, end: section.end }, openers)} ${words}`, place };
}

function placeOf(context: PatternContext, section: Section, canBeLast: boolean): Anchor['place'] {
  return canBeLast ? context.choose({ start: section.end, end: section.start }, PLACES) : 'before';
}

/** "in Python", for words that hold no name yet by which one could tell where they belong. */
function spokenAnchor(context: PatternContext, section: Section, words: string): Anchor | undefined {
  const { spoken } = context.topic;
  if (spoken === undefined || hasName(words, spoken)) return undefined;
  const place = placeOf(context, section, TAKES_ANCHOR_LAST.test(words) || TAKES_NAME_LAST.test(words));
  return { words: `${spoken.preposition} ${spoken.name}`, place };
}

/** Code and names spelled like code tell where they belong. Where the subject is certain, a common name or acronym does not. */
function hasName(words: string, { name, isCertain }: SpokenSubject): boolean {
  if (words.toLowerCase().includes(name.toLowerCase())) return true;
  const inner = words.slice(1).replaceAll(/\bI\b/gu, '');
  if (/`|\p{Ll}[-_.]\p{Ll}+[-_.]?\p{Ll}*_|\p{Ll}\p{Lu}|\p{L}_\p{L}/u.test(inner)) return true;
  // An acronym is of the trade more often than of the subject.
  const named = inner.replaceAll(/\b\p{Lu}{2,5}s?\b/gu, '');
  return isCertain !== true && /[\p{Lu}\p{N}]|\p{Ll}[-_.]\p{Ll}+[-_.]?/u.test(named);
}

const PLACES = ['before', 'after'] as const;

/** Words that many titles share: a question with one of them does not name the topic yet. */
const GENERIC = new Set(
  'guide handbook manual policy reference documentation overview introduction information question questions answer process project document team work best practice practices'
    .split(' ')
    .map(stem),
);

/** All of the name, or part of it in a question that says more: "the hooks" alone do not say whose. */
function namesTopic(question: string, name: string): boolean {
  const asked = new Set(contentStems(question));
  // "Pine A64+" names "PineA64+".
  if (squeezed(name).length > 3 && squeezed(question).includes(squeezed(name))) return true;
  if (/^[\p{L}\p{N}]{3,}$/u.test(name) && question.toLowerCase().includes(name.toLowerCase())) return true;
  const wanted = contentStems(name).filter((word) => !GENERIC.has(word));
  const named = wanted.filter((word) => asked.has(word)).length;
  const acronym = /\((?<acronym>\p{Lu}{2,8})\)/u.exec(name)?.groups?.['acronym'];
  if (acronym !== undefined && question.includes(acronym)) return true;
  // What sets a name apart is its capitals and digits: "the virtual table" is not yet "the Spellfix1 virtual table".
  const marked = wordsOf(name.replace(/^the /iu, '')).filter(
    ({ text }) => /[\p{Lu}\p{N}]/u.test(text) && !GENERIC.has(stem(text)),
  );
  if (marked.length > 0 && !marked.some(({ text }) => asked.has(stem(text)))) return false;
  return named > 0 && (named === wanted.length || (asked.size > 2 && named * 5 >= wanted.length * 3));
}

/** Without what sets its words apart, so that one name is found however it is spelled. */
function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the /u, '')
    .replaceAll(/[\s_-]+/gu, '');
}

/** "The acquisition guide" is a document; "Updating the handbook" is not. */
function isGuide(name: string): boolean {
  const [first, second] = wordsOf(name.replace(/^the /iu, ''));
  const isAct = gerundBase(first?.text ?? '') !== undefined && DETERMINERS.has(second?.lower ?? '');
  return GUIDE_NOUN.test(name) && !isAct;
}

/** The question with its anchor, cased as one sentence: questions open with words of ours, never with a name. */
export function withAnchor(anchor: Anchor | undefined, question: string): string {
  if (anchor === undefined) return upperFirst(question);
  if (anchor.place === 'after') {
    const end = anchor.words.endsWith('.') ? question.slice(-1).replace('.', '') : question.slice(-1);
    return upperFirst(`${question.slice(0, -1)} ${anchor.words}${end}`);
  }
  return upperFirst(`${anchor.words}, ${question.charAt(0).toLowerCase()}${question.slice(1)}`);
}

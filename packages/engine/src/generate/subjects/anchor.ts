import type { Section } from '../../analyze/analysis.ts';
import { gerundBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS } from '../../analyze/english/word-classes.ts';
import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { nearestName } from '../headings/owner.ts';
import type { PatternContext } from '../pattern.ts';
import { upperFirst } from '../wording/phrases.ts';
import type { SpokenSubject } from './subject.ts';
import { holdsUnmistakable } from './unmistakable.ts';

const GUIDE_NOUN =
  /\b(?:guide|handbook|manual|policy|book|documentation|faq|standard|playbook|cookbook|specification|code of conduct)$/iu;

/** The words that tie a question to its place, and whether they stand before or after it. */
export interface Anchor {
  readonly words: string;
  readonly place: 'before' | 'after';
}

const OPENERS = ['in the context of', 'regarding', 'with regard to', 'when it comes to', 'concerning'];

/** Questions that can name their place at the end: "Describe dumb clients in the context of HTTP." */
const TAKES_ANCHOR_LAST =
  /^(?:explain|describe|tell me about|can you say what|I would like to know what|how would you explain|give me the essentials about|what should I know about|can you explain|what (?:exactly )?(?:is|are)(?!.* (?:of|for|in|on|to|with|from|by)\b)|define|how would you define|give a definition of)\b/iu;
/** And these only the name of what the document is about: "What does a hook do in Git?" */
const TAKES_NAME_LAST = /^(?:what does|how do|how does|how can)\b[^,]+$/iu;

/**
 * Whether a question tells, with its anchor or by itself, what it is about: it names the product or organisation that its
 * document is of, the one thing that its document is about, or something that is the same thing wherever one asks. Where
 * a recipe asks for all patterns, it is enough that the question names a thing of the page.
 */
export function isPlaced(context: PatternContext, section: Section, question: string): boolean {
  return (
    isPlacedByName(context, section, question) || (ASKS_OF_A_THING.test(question) && namesTitle(context, question))
  );
}

/** The same for words that mean something else elsewhere ("intent", "silence"): that the page is about them does not help. */
export function isPlacedByName(context: PatternContext, section: Section, question: string): boolean {
  const spoken = subjectAt(context, section);
  return (
    context.recipe.generate.allPatterns === true ||
    anchorFor(context, section, question) !== undefined ||
    (spoken !== undefined && names(question, spoken.name)) ||
    PLACED_BY_ACRONYM.test(question) ||
    sharesName(context, question) ||
    holdsUnmistakable(`a${question.slice(1)}`)
  );
}

/** "at TTSC", "for the GSA", "TTSC's finances": an organisation, whatever its letters mean. */
const PLACED_BY_ACRONYM = /\b(?:at|for|across|within) (?:the )?\p{Lu}{3,}\b|\b\p{Lu}{3,}['’]s\b/u;

/** "How do I get access to New Relic?" in a document titled so: a name that the text never writes small. */
function sharesName({ topic, analysis }: PatternContext, question: string): boolean {
  const title = new Set(wordsOf(topic.name ?? '').map(({ text }) => text));
  return wordsOf(question)
    .slice(1)
    .some(({ text, lower }) => {
      const { lower: small = 0, upper = 0 } = analysis.casing.get(lower) ?? {};
      return /^\p{Lu}\p{Ll}{2,}/u.test(text) && title.has(text) && small === 0 && upper > 0;
    });
}

const ASKS_OF_A_THING =
  /^(?:what (?:exactly )?(?:is|are|do(?:es)?)|why|define|explain|briefly|tell me|can you tell me|how (?:would you|do(?:es)? an?) )\b/iu;

/** "What is a kiln?" in a document titled "Kilns": there is nothing more to name. */
function namesTitle({ topic, article }: PatternContext, question: string): boolean {
  return topic.name !== undefined && namesTopic(question, article(topic.name));
}

/**
 * What ties a question to its place, such as "in Rust"; undefined when the question names its place already, or when there
 * is nothing to name. A heading or title is named only where it holds a name itself: to know that a question is about
 * "tables" does not help one who has not read the page.
 */
export function anchorFor(context: PatternContext, section: Section, question: string): Anchor | undefined {
  const spoken = subjectAt(context, section);
  if (spoken !== undefined) {
    return hasName(question, spoken) ? undefined : spokenAnchor(context, section, { spoken, question });
  }
  const name = nearestName(context, section);
  if (name === undefined || namesTopic(question, name)) return undefined;
  if (isGuide(name)) return { words: `according to the ${name.replace(/^the /iu, '')}`, place: 'before' };
  return isPlace(context, name) ? anchored(context, section, { question, words: name }) : undefined;
}

/** The subject of the document, unless it is only read off the text and this section does not speak of it. */
function subjectAt({ topic, text }: PatternContext, section: Section): SpokenSubject | undefined {
  const { spoken } = topic;
  if (spoken === undefined || spoken.isCertain === true || spoken.ownsNames === true) return spoken;
  const place = [section.heading ?? '', ...section.headingPath, text(section)].join('\n');
  return place.includes(spoken.name) ? spoken : undefined;
}

function isPlace({ recipe }: PatternContext, name: string): boolean {
  if (recipe.generate.allPatterns === true) return true;
  return holdsUnmistakable(name) && isShort(name) && !NO_PLACE.test(name);
}

/** "The acquisition guide" is a document that can be named; "updating the handbook" is not, nor is a mere "guide". */
function isGuide(name: string): boolean {
  const words = wordsOf(name.replace(/^the /iu, ''));
  const [first, second] = words;
  const isAct = gerundBase(first?.text ?? '') !== undefined && DETERMINERS.has(second?.lower ?? '');
  return GUIDE_NOUN.test(name) && !isAct && words.length > 1 && isShort(name);
}

/** The longest anchor there is, for a question that a search does not find by a shorter one. */
export function fullAnchor(context: PatternContext, section: Section, question: string): Anchor | undefined {
  const anchor = anchorFor(context, section, question);
  const name = nearestName(context, section);
  if (name === undefined || namesTopic(question, name) || !isShort(name)) return anchor;
  const spoken = subjectAt(context, section);
  // A heading alone does not place a question.
  if (spoken === undefined || names(name, spoken.name)) return anchor;
  const rest = names(question, spoken.name) ? '' : ` ${spoken.preposition} ${spoken.name}`;
  return anchored(context, section, { question, words: `${name}${rest}` });
}

const NO_PLACE =
  /\b(?:terms?|terminology|glossary|definitions?|elements?|components?|options|settings|steps|questions)\b/iu;

/** A heading as long as a sentence is no name to ask by. */
const LONGEST_NAME = 5;

function isShort(name: string): boolean {
  return wordsOf(name).length <= LONGEST_NAME && !/[[\]()]|\b(?:and|or)\b/u.test(name);
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
function spokenAnchor(
  context: PatternContext,
  section: Section,
  { spoken, question }: { readonly spoken: SpokenSubject; readonly question: string },
): Anchor {
  const { preposition, name } = spoken;
  const place = placeOf(context, section, TAKES_ANCHOR_LAST.test(question) || TAKES_NAME_LAST.test(question));
  return { words: `${preposition} ${name}`, place };
}

/**
 * Where the subject is read off the text only, a question with a name or code of its own may be about that instead; and
 * what another product does, only the manual of a product does "in" it.
 */
function hasName(question: string, { name, isCertain, ownsNames }: SpokenSubject): boolean {
  if (names(question, name)) return true;
  if (ownsNames !== true && holdsUnmistakable(question.replaceAll(/`[^`]*`|["“][^"”]*["”]/gu, ' '))) return true;
  // An acronym is of the trade more often than of the subject.
  const inner = question.slice(1).replaceAll(/\bI\b|\b\p{Lu}{2,5}s?\b|["“][^"”]*["”]/gu, '');
  return isCertain !== true && /[`\p{Lu}\p{N}]/u.test(inner);
}

function names(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at !== -1 && !/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}{2}/u.test(text.slice(at + name.length))) return true;
  const short = squeezed(name);
  return short.length >= FEWEST_SQUEEZED && squeezed(text).includes(short);
}

/** Shorter names are parts of other words: "Rust" of "trust". */
const FEWEST_SQUEEZED = 6;

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
  if (squeezed(name).length > 3 && names(question, name)) return true;
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

/** The question with its anchor, cased as one sentence: questions open with words of ours, never with a name. */
export function withAnchor(anchor: Anchor | undefined, question: string): string {
  if (anchor === undefined) return upperFirst(question);
  if (anchor.place === 'after') {
    const end = anchor.words.endsWith('.') ? question.slice(-1).replace('.', '') : question.slice(-1);
    return upperFirst(`${question.slice(0, -1)} ${anchor.words}${end}`);
  }
  const asked = /^I\b/u.test(question) ? question : question.charAt(0).toLowerCase() + question.slice(1);
  return upperFirst(`${anchor.words}, ${asked}`);
}

import type { DocumentAnalysis } from '../../analyze/analysis.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import type { TextSample } from '../wording/recase.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';
import { isWhereOthersAre } from './organisation.ts';
import { isNoName, isSubjectWord } from './subject-words.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';

/** What a document speaks of throughout, and the preposition it puts before the name. */
export interface SpokenSubject {
  readonly name: string;
  readonly preposition: string;
  /** True where the document itself says what it is a page of; else the name is read off its text. */
  readonly isCertain?: true;
  /** True where all names of the document belong to it: a product whose manual this is, an organisation, a site. */
  readonly ownsNames?: true;
}

/** The name must be this much more frequent than the next. */
const LEAD = 1.4;

/** What it takes for a name to run through a document. */
interface Footing {
  readonly uses: number;
  /** It occurs at least once in so many words that are written in mid-sentence. */
  readonly wordsPerUse: number;
  /** And in this share of the sections: a name of one example does not run through the document. */
  readonly share: number;
}

const COMMON: Footing = { uses: 8, wordsPerUse: 250, share: 0.35 };
/** For a name that the text speaks of being "in" or "at". */
const SPOKEN_OF: Footing = { uses: 3, wordsPerUse: 800, share: 0.2 };
/** For a name that is no other word of English. */
const UNMISTAKABLE: Footing = { uses: 3, wordsPerUse: 400, share: 0.3 };
/** Sections with fewer characters say too little to name anything. */
const SHORT_SECTION = 200;

/** A name that so many sections have is what they are about. */
const PERVASIVE_SHARE = 0.6;
const FEWEST_PERVADED = 2;

const PREPOSITIONS = ['in', 'at'] as const;
const FEWEST_OTHER_USES = 3;

interface FrequentName {
  readonly key: string;
  /** As the text spells it. */
  readonly name: string;
  readonly uses: number;
  readonly second: number;
  /** Words in mid-sentence, of which the uses are some. */
  readonly words: number;
}

/**
 * The one name that runs through a document ("SQLite", "Python"): by far the most frequent word that it writes with a
 * capital inside its sentences. Undefined where no name stands out.
 */
export function findSpokenSubject(
  { text, lower }: TextSample,
  { casing, sections }: DocumentAnalysis,
): SpokenSubject | undefined {
  const found = mostFrequentName({ text, lower }, casing);
  if (found === undefined || found.uses < found.second * LEAD) return undefined;
  const { name } = found;
  const [within, at] = PREPOSITIONS.map((preposition) => countAfter(lower, preposition, found.key));
  const isPlace = (within ?? 0) + (at ?? 0) > 0;
  const isRare = !isCommonWord(name) && name !== name.toUpperCase();
  const footing = isRare ? UNMISTAKABLE : isPlace ? SPOKEN_OF : COMMON;
  if (found.uses < footing.uses || found.uses * footing.wordsPerUse < found.words) return undefined;
  const long = sections.filter(({ start, end }) => end - start >= SHORT_SECTION && end <= text.length);
  const naming = long.filter(({ start, end }) => text.slice(start, end).includes(name)).length;
  if (naming < 2 || naming < long.length * footing.share) return undefined;
  if (!isPlace && !isRare && !isThing(lower, found.key)) return undefined;
  const isPervasive = long.length >= FEWEST_PERVADED && naming >= long.length * PERVASIVE_SHARE;
  if (!isPervasive && isWhereOthersAre(text, name)) return undefined;
  if (isComparedWith(text, name)) return undefined;
  return { ...spokenOf(name, lower), ...(isPervasive ? { isCertain: true } : {}) };
}

function mostFrequentName({ text, lower }: TextSample, casing: DocumentAnalysis['casing']): FrequentName | undefined {
  const uses = new Map<string, number>();
  let words = 0;
  for (const [key, counts] of casing) {
    words += counts.lower + counts.upper;
    const bare = key.replace(/['’]s$/u, '');
    if (counts.lower * 8 <= counts.upper && isNameLike(bare)) uses.set(bare, (uses.get(bare) ?? 0) + counts.upper);
  }
  const frequent = [...uses]
    .filter(([, count]) => count >= UNMISTAKABLE.uses)
    .toSorted(([, left], [, right]) => right - left);
  const named = frequent.slice(0, MOST_NAMES).flatMap(([key, count]) => {
    const name = spellingOf(text, lower, key);
    return name === undefined || isNoName(name) || isOfTheTrade(lower, { key, name })
      ? []
      : [{ key, name, uses: count }];
  });
  const [best, next, third] = named;
  if (best === undefined) return undefined;
  const pair = next === undefined ? undefined : pairOf(text, best, next);
  return pair === undefined
    ? { ...best, second: next?.uses ?? 0, words }
    : { ...pair, second: third?.uses ?? 0, words };
}

type CountedName = Pick<FrequentName, 'key' | 'name' | 'uses'>;

/** Share of the uses of a word in which it stands beside the other half of a name. */
const PAIRED_SHARE = 0.6;

/** "Home Assistant", whose halves are always together and stand bare after a preposition, unlike "the Steering Committee". */
function pairOf(text: string, best: CountedName, next: CountedName): CountedName | undefined {
  for (const [first, last] of [[best, next] as const, [next, best] as const]) {
    const name = `${first.name} ${last.name}`;
    const uses = text.split(name).length - 1;
    const bare = text.match(new RegExp(String.raw`\b(?:in|of|by|with|to|from|for|into|using) ${name}\b`, 'gu')) ?? [];
    if (uses >= best.uses * PAIRED_SHARE && bare.length >= FEWEST_BARE)
      return { key: `${first.key} ${last.key}`, name, uses };
  }
  return undefined;
}

const FEWEST_BARE = 2;

/** Names looked at, from the most frequent. */
const MOST_NAMES = 12;

/** "Unlike Git", "different from Git's": what a page is compared with is not what it is about. */
function isComparedWith(text: string, name: string): boolean {
  return new RegExp(
    String.raw`\b(?:unlike|(?:differs?|different(?:ly)?) (?:from|than|to)|(?:similar|compared|equivalent|analogous) (?:to|with)|counterparts? (?:in|of)|comes? from) (?:in )?${escapePattern(name)}\b`,
    'iu',
  ).test(text);
}

/** An acronym is a part of the subject or of its trade more often than the subject, unless one works "at" it. */
function isOfTheTrade(lower: string, { key, name }: { readonly key: string; readonly name: string }): boolean {
  if (name !== name.toUpperCase()) return false;
  const at = countAfter(lower, 'at', key);
  return at < 2 || at <= countAfter(lower, 'in', key);
}

/** What nobody speaks of doing "with" it or of being "of" it is a thing among others: a name out of an example. */
function isThing(lower: string, key: string): boolean {
  const uses = ['with', 'of', 'by', 'into', 'from', 'on'].map((preposition) => countAfter(lower, preposition, key));
  return uses.reduce((sum, count) => sum + count, 0) >= FEWEST_OTHER_USES;
}

function countAfter(lower: string, preposition: string, key: string): number {
  const phrase = ` ${preposition} ${key}`;
  let count = 0;
  for (let at = lower.indexOf(phrase); at !== -1; at = lower.indexOf(phrase, at + phrase.length)) {
    if (!/[\p{L}\p{N}_-]/u.test(lower.charAt(at + phrase.length))) count += 1;
  }
  return count;
}

function isNameLike(key: string): boolean {
  return !STOP_WORDS.has(key) && isSubjectWord(key) && /^\p{L}[\p{L}\p{N}]+$/u.test(key);
}

/** As the text writes it after a word in lower case. */
function spellingOf(text: string, lower: string, key: string): string | undefined {
  for (let at = lower.indexOf(` ${key}`); at !== -1; at = lower.indexOf(` ${key}`, at + 1)) {
    const spelled = text.slice(at + 1, at + 1 + key.length);
    const next = text.charAt(at + 1 + key.length);
    if (/^\p{Lu}/u.test(spelled) && !/[\p{L}\p{N}-]/u.test(next)) return spelled;
  }
  return undefined;
}

/** A name that is read off the text. One is "at" an organisation and "on" a site: what has a name there belongs to it. */
export function spokenOf(name: string, lower: string): SpokenSubject {
  const preposition = prepositionOf(lower, name.toLowerCase());
  return { name, preposition, ...(preposition === 'in' ? {} : { ownsNames: true }) };
}

/** "at GSA", "in Python": the one that the text itself prefers. A site is something to be "on". */
function prepositionOf(lower: string, key: string): string {
  if (/\.\p{L}/u.test(key)) return 'on';
  if (IS_ORGANIZATION.test(key)) return 'at';
  // "Have a look at Rust" is where one looks.
  const looked = ['look', 'looks', 'looked', 'looking'].reduce(
    (sum, verb) => sum + countAfter(lower, `${verb} at`, key),
    0,
  );
  // And "published at Vue 3.2" names a version.
  const versions = lower
    .split(` at ${key} `)
    .slice(1)
    .filter((rest) => /^v?\d/u.test(rest)).length;
  const at = countAfter(lower, 'at', key) - looked - versions;
  return at > countAfter(lower, 'in', key) ? 'at' : 'in';
}

/** Nobody is "in" an institute. */
const IS_ORGANIZATION =
  /\b(?:inc\.?|corp\.?|corporation|ltd|llc|gmbh|foundation|institute|university|college|academy|agency|administration|bureau|council|ministry|department|office|observatory|laboratory|museum|library|hospital|society|association|company)$/u;

/** What a title of a manual adds to the name of its subject. */
const KIND_OF_TEXT =
  /(?:[\s,]+(?:the|online|official|reference|user'?s?|users['’]?|admin(?:istrator)?['’]?s?|developer['’]?s?|programmer['’]?s?|technical|complete|documentation|docs?|manuals?|handbook|guide|tutorial|wiki|web ?site|home ?page|help|manual pages|faq|frequently asked questions))+$/iu;
const VERSION = /\s+\(?(?:version |release |v)?\d[\w.+~:-]*\)?$/iu;

/** The subject that a document's whole is named after ("fish-shell 3.6.0 documentation"), if its own text speaks of it. */
export function subjectOfWhole(partOf: string, { text, lower }: TextSample): SpokenSubject | undefined {
  const bare = partOf.replace(/^(?:welcome to |about )?(?:the )?/iu, '').replace(VERSION, '');
  const title = bare.replace(KIND_OF_TEXT, '').replace(VERSION, '').trim();
  // What calls itself somebody's documentation is about him; any other site is only where the page lies.
  const fewest = KIND_OF_TEXT.test(bare) ? 1 : 3;
  const [head = ''] = title.split(/\s+[-–—|:]\s+|:\s/u);
  const name = [title, head, head.replace(/-\p{Ll}+$/u, '')].find(
    (form) => isSubjectName(form) && countMentions(text, form, fewest) >= fewest,
  );
  return name === undefined
    ? undefined
    : { name, preposition: prepositionOf(lower, name.toLowerCase()), isCertain: true, ownsNames: true };
}

function isSubjectName(form: string): boolean {
  const words = form.split(' ');
  return (
    form.length > 1 &&
    words.length <= 3 &&
    (/\p{Lu}/u.test(form) || words.length === 1) &&
    isSubjectWord(form.toLowerCase()) &&
    !isVagueHeading(form)
  );
}

/** Mentions in the middle of a sentence, as a word of its own, up to as many as are asked for. */
function countMentions(text: string, name: string, most: number): number {
  let mentions = 0;
  for (let at = text.indexOf(name); at !== -1 && mentions < most; at = text.indexOf(name, at + name.length)) {
    const isWhole = !/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length));
    if (isWhole && /[\p{L},] $/u.test(text.slice(Math.max(0, at - 2), at))) mentions += 1;
  }
  return mentions;
}

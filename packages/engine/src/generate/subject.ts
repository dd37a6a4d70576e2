import type { DocumentAnalysis } from '../analyze/analysis.ts';
import { STOP_WORDS } from '../analyze/english/word-classes.ts';
import type { TextSample } from './recase.ts';
import { isVagueHeading } from './vague-headings.ts';

/** What a document speaks of throughout, and the preposition it puts before the name. */
export interface SpokenSubject {
  readonly name: string;
  readonly preposition: string;
  /** True where the document itself says what it is a page of; else the name is read off its text. */
  readonly isCertain?: true;
}

const LEAST_USES = 8;
/** The name must be this much more frequent than the next. */
const LEAD = 1.4;
/** And occur at least once in so many words that are written in mid-sentence. */
const WORDS_PER_USE = 250;
/** And in this share of the sections: a name of one example does not run through the document. */
const LEAST_SHARE = 0.35;
/** Sections with fewer characters say too little to name anything. */
const SHORT_SECTION = 200;

/** Words with a capital that name no subject: parts of a text, times, kinds of thing that every manual has. */
const NO_SUBJECT = new Set(
  `section chapter figure table listing appendix part page note example version january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday english api url uri id
  pdf html xml json sql http https unix internet us usa ok yes no true false null none dr mr mrs ms university
  department government federal state national american united states world team office`.split(/\s+/u),
);

const PREPOSITIONS = ['in', 'at'] as const;
const FEWEST_OTHER_USES = 3;

/**
 * The one name that runs through a document ("SQLite", "Python"): by far the most frequent word that it writes with a
 * capital inside its sentences. Undefined where no name stands out.
 */
export function findSpokenSubject(
  { text, lower }: TextSample,
  { casing, sections }: DocumentAnalysis,
): SpokenSubject | undefined {
  let words = 0;
  let best: { readonly key: string; readonly uses: number } | undefined;
  let second = 0;
  for (const [key, counts] of casing) {
    words += counts.lower + counts.upper;
    if (counts.upper < LEAST_USES || counts.lower * 8 > counts.upper || !isNameLike(key)) continue;
    if (best === undefined || counts.upper > best.uses) {
      second = best?.uses ?? 0;
      best = { key, uses: counts.upper };
    } else if (counts.upper > second) second = counts.upper;
  }
  if (best === undefined || best.uses < second * LEAD || best.uses * WORDS_PER_USE < words) return undefined;
  const name = spellingOf(text, lower, best.key);
  // An acronym is a part of the subject or of its trade more often than the subject.
  if (name === undefined || name === name.toUpperCase()) return undefined;
  const long = sections.filter(({ start, end }) => end - start >= SHORT_SECTION && end <= text.length);
  const naming = long.filter(({ start, end }) => text.slice(start, end).includes(name)).length;
  if (naming < 2 || naming < long.length * LEAST_SHARE) return undefined;
  return isSpokenOf(lower, best.key) ? { name, preposition: prepositionOf(lower, best.key) } : undefined;
}

/** What nobody speaks of being "in" or "at", or "with" and "of", is a thing among others: a name out of an example. */
function isSpokenOf(lower: string, key: string): boolean {
  function uses(prepositions: readonly string[]): number {
    return prepositions.reduce((sum, preposition) => sum + lower.split(` ${preposition} ${key} `).length - 1, 0);
  }
  return uses(PREPOSITIONS) > 0 || uses(['with', 'of', 'by', 'into', 'from', 'on']) >= FEWEST_OTHER_USES;
}

function isNameLike(key: string): boolean {
  return key.length > 1 && !STOP_WORDS.has(key) && !NO_SUBJECT.has(key) && /^\p{L}[\p{L}\p{N}]+$/u.test(key);
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

/** "at GSA", "in Python": the one that the text itself prefers. */
function prepositionOf(lower: string, key: string): string {
  const counts = PREPOSITIONS.map((preposition) => lower.split(` ${preposition} ${key} `).length);
  return PREPOSITIONS[counts.indexOf(Math.max(...counts))] ?? 'in';
}

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
    : { name, preposition: prepositionOf(lower, name.toLowerCase()), isCertain: true };
}

function isSubjectName(form: string): boolean {
  const words = form.split(' ');
  return (
    form.length > 1 &&
    words.length <= 3 &&
    (/\p{Lu}/u.test(form) || words.length === 1) &&
    !NO_SUBJECT.has(form.toLowerCase()) &&
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

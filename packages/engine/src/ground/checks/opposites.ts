import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { clausesOf } from '../clauses.ts';
import { KnownWords } from '../words/known-words.ts';
import { meaningWordsOf } from '../words/meaning-words.ts';
import { hasNegator, withoutIdioms } from '../polarity.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';

/** Words of which a source that says one does not say the other. Each side lists forms that mean the same here. */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['earlier', 'later'],
  ['earliest', 'latest'],
  [
    'increase increases increased raise raises raised',
    'decrease decreases decreased reduce reduces reduced lower lowers lowered',
  ],
  ['maximum most', 'minimum least'],
  ['more', 'less fewer'],
  ['higher highest', 'lower lowest'],
  ['longer longest', 'shorter shortest'],
  ['optional voluntary', 'mandatory required compulsory obligatory'],
  ['allowed permitted', 'forbidden prohibited banned'],
  ['encrypted', 'unencrypted decrypted'],
  ['internal inside indoors', 'external outside outdoors'],
  ['first', 'last'],
  ['open opens opened', 'close closes closed shut'],
  ['start starts begins begin beginning started', 'end ends finish finishes ended'],
  ['include includes included including', 'exclude excludes excluded excluding'],
  [
    'accept accepts accepted approve approves approved grant grants granted',
    'reject rejects rejected refuse refused decline declines declined deny denied',
  ],
  ['tall', 'short'],
  [
    'keep keeps kept keeping retain retains',
    'delete deletes deleted deleting erase erases erased discard discards discarded',
  ],

  ['rise rises rose risen grow grows grew grown', 'fall falls fell fallen drop drops dropped shrink shrinks shrank'],
  ['win wins won', 'lose loses lost'],
  ['remain remains remained', 'disappear disappears disappeared vanish vanishes'],
  ['paid', 'unpaid'],
  ['same', 'different another other'],
  ['previous last former', 'next following'],
  ['new', 'old'],
  ['left', 'right'],
  ['add adds added adding', 'remove removes removed removing'],
  ['everybody everyone all every', 'nobody none no'],
  ['together', 'alone separately'],
  ['daily', 'weekly monthly yearly'],
  ['positive', 'negative'],
  ['hourly', 'daily weekly monthly yearly'],
  ['manually', 'automatically'],
  ['temporarily temporary', 'permanently permanent'],
  ['slowly slow', 'quickly fast'],
  ['loosely', 'tightly'],
  ['public', 'private'],
  ['full-time', 'part-time'],
  ['weekend weekends', 'weekday weekdays'],
  ['day', 'night'],
  ['safe', 'dangerous unsafe'],
  ['preferred', 'discouraged'],
  ['free', 'paid charged'],
];

/** Words of which a thing has one: a source that says one does not say the others. */
const CHOICES = [
  'red blue green yellow black white grey orange purple brown',
  'north south east west',
  'spring summer autumn winter',
  'morning afternoon evening',
].map((words) => words.split(' '));

/** Pairs that an exception turns round: what is allowed except in one place is forbidden there. */
const OF_PERMISSION = new Set(['allowed permitted', 'include includes included including', 'internal inside indoors']);
/** Pairs whose words both come with a time: what is open until eight closes at eight. */
const OF_TIME = new Set(['open opens opened', 'start starts begins begin beginning started']);
const TIMES = /\b\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bnoon\b|\bmidnight\b/iu;
const EXCEPTS = /\b(?:only|except\w*|unless|other than|apart from|but not)\b/iu;

/** Share of a statement's words that its nearest evidence has, from which an opposite is no other thing that is told. */
const SAME = 0.6;

function coverage(statement: string, nearest: string): number {
  const known = new KnownWords(meaningWordsOf(nearest));
  const words = meaningWordsOf(statement);
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}

/** Words in which the statement turns its nearest evidence round. */
export function checkOpposites({
  statement,
  nearest,
  context,
  everything,
}: PreparedClaim): GroundingFinding | undefined {
  const said = formsOf(statement);
  const near = formsOf(withoutIdioms(nearest));
  const around = formsOf([nearest, ...context].join('\n'));
  const turned = [statement, nearest].map(negativeForms);
  if (coverage(statement, nearest) < SAME)
    return findOtherPlace(statement, nearest) ?? findOtherChoice(said, formsOf(everything));
  const isExcepted = EXCEPTS.test(statement) || EXCEPTS.test(nearest);
  for (const [one, two] of PAIRS) {
    if (isExcepted && OF_PERMISSION.has(one)) continue;
    if (OF_TIME.has(one) && (TIMES.test(statement) || TIMES.test(nearest))) continue;
    for (const [own, other] of [[one, two] as const, [two, one] as const]) {
      const mine = own.split(' ').find((word) => said.has(word));
      const theirs = other.split(' ').find((word) => near.has(word));
      if (mine === undefined || theirs === undefined) continue;
      const isBoth = own.split(' ').some((word) => around.has(word)) || other.split(' ').some((word) => said.has(word));
      const isTurned = turned[0]?.has(mine) !== turned[1]?.has(theirs);
      if (!isBoth && !isTurned) return opposite(mine, theirs);
    }
  }
  return findOtherPlace(statement, nearest, [...PLACED, ...ACCOMPANIED]) ?? findOtherChoice(said, formsOf(everything));
}

/** Words that say nothing without what they stand with: "before the frost" and "after the frost", "switched on" and "off". */
const PLACED: ReadonlyArray<readonly [RegExp, string, string]> = [
  [/\b(?<word>before|after)\s+(?=(?<rest>(?:[^\s,;:.]+\s*){1,3}))/giu, 'before', 'after'],
  [/\b(?<word>above|below)\s+(?=(?<rest>(?:[^\s,;:.]+\s*){1,3}))/giu, 'above', 'below'],
  [/\b(?<word>during|outside)\s+(?=(?<rest>(?:[^\s,;:.]+\s*){1,3}))/giu, 'during', 'outside'],
  [
    /\b(?<rest>switch\p{L}*|turn\p{L}*|stay\p{L}*|left|leave|keep|kept|put|is|are|be)\s+(?:(?:the|it|them)\s+(?:\p{L}+\s+)?)?(?<word>on|off)\b(?!\s+(?:the|a|an|\d))/giu,
    'on',
    'off',
  ],
];

/** "Once the owner has agreed" is after that. */
const ONCE = /(?<!\b(?:prior to|before|until)\b.{0,80})\bonce(?= (?:the|it|they|you|all|both|an?|your)\b)/giu;

/** What is not so before a time is so after it. */
const NOT_BEFORE = /\b(?:not|never|nobody|no\b|cannot|n['’]t)\b[^.;,]{0,80}\bbefore\b/iu;

/** "With flash" and "without flash", of sentences that are much the same. */
const ACCOMPANIED: typeof PLACED = [
  [
    /\b(?<word>with|(?<!\b(?:not|never|nobody|no)\b[^.;,]{0,80})without)\s+(?=(?<rest>(?:[^\s,;:.]+\s*){1,2}))/giu,
    'with',
    'without',
  ],
];

function findOtherPlace(statement: string, nearest: string, placed = PLACED): GroundingFinding | undefined {
  for (const [pattern, ...words] of placed) {
    const [said, near] = [statement, nearest].map((text) =>
      Array.from(text.replaceAll(ONCE, 'after').matchAll(pattern), ({ groups }) => groups ?? {}),
    );
    if (NOT_BEFORE.test(statement) !== NOT_BEFORE.test(nearest)) continue;
    for (const mine of said ?? []) {
      const other = words.find((word) => word !== mine['word']?.toLowerCase());
      const alike = (near ?? []).filter((theirs) => isOfSame(mine['rest'] ?? '', theirs['rest'] ?? ''));
      const theirs = alike.find(({ word }) => word?.toLowerCase() === other);
      if (theirs === undefined || alike.some(({ word }) => word?.toLowerCase() !== other)) continue;
      if (hasNegator(statement) === hasNegator(nearest)) return opposite(mine['word'] ?? '', theirs['word'] ?? '');
    }
  }
  return undefined;
}

/** Whether two phrases begin with the same. */
function isOfSame(left: string, right: string): boolean {
  const [first, second] = [left, right].map((text) => contentStems(text).slice(0, 2));
  return (first ?? []).some((word) => (second ?? []).includes(word));
}

function findOtherChoice(said: ReadonlySet<string>, source: ReadonlySet<string>): GroundingFinding | undefined {
  for (const words of CHOICES) {
    const mine = words.find((word) => said.has(word) && !source.has(word));
    const theirs = words.find((word) => source.has(word));
    // "Of the evening, not of the morning" says both.
    if (mine !== undefined && theirs !== undefined && !said.has(theirs)) return opposite(mine, theirs);
  }
  return undefined;
}

function opposite(mine: string, theirs: string): GroundingFinding {
  return {
    kind: 'opposite',
    detail: `It says ${JSON.stringify(mine)} where the source says ${JSON.stringify(theirs)}.`,
  };
}

/** The words of clauses that deny, but for what the words themselves deny. */
function negativeForms(text: string): ReadonlySet<string> {
  return new Set(
    clausesOf(text)
      .filter(hasNegator)
      .flatMap((clause) => [...formsOf(clause)]),
  );
}

function formsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap(({ lower }) => [lower, stem(lower)]));
}

import { stem, wordsOf } from '../../analyze/english/words.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';

/** Words of which a source that says one does not say the other. Each side lists forms that mean the same here. */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['before', 'after'],
  ['above', 'below'],
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
  ['always', 'never'],
  ['optional voluntary', 'mandatory required compulsory obligatory'],
  ['allowed permitted', 'forbidden prohibited banned'],
  ['encrypted', 'unencrypted decrypted'],
  ['internal inside indoors', 'external outside outdoors'],
  ['first', 'last'],
  ['open opens opened', 'close closes closed shut'],
  ['start starts begins begin beginning started', 'end ends finish finishes ended'],
  ['include includes included including', 'exclude excludes excluded excluding'],
  ['accept accepts accepted', 'reject rejects rejected refuse refused'],
  ['paid', 'unpaid'],
  ['same', 'different another other'],
  ['previous last former', 'next following'],
  ['new', 'old'],
  ['on', 'off'],
  ['left', 'right'],
  ['add adds added adding', 'remove removes removed removing'],
  ['everybody everyone all every', 'nobody none no'],
  ['together', 'alone separately'],
  ['daily', 'weekly monthly yearly'],
  ['manually', 'automatically'],
  ['temporarily temporary', 'permanently permanent'],
  ['slowly slow', 'quickly fast'],
  ['loosely', 'tightly'],
  ['public', 'private'],
  ['full-time', 'part-time'],
  ['weekend weekends', 'weekday weekdays'],
  ['day', 'night'],
  ['buy buys bought', 'sell sells sold'],
  ['safe', 'dangerous unsafe'],
  ['preferred', 'discouraged'],
  ['free', 'paid charged'],
];

/** Words of which a thing has one: a source that says one does not say the others. */
const CHOICES = [
  'red blue green yellow black white grey gray orange purple brown',
  'north south east west',
  'spring summer autumn winter',
  'morning afternoon evening',
].map((words) => words.split(' '));

/** Words in which the statement turns its nearest evidence round. */
export function checkOpposites({ statement, nearest, everything }: PreparedClaim): GroundingFinding | undefined {
  const said = formsOf(statement);
  const source = formsOf(everything);
  const near = formsOf(nearest);
  for (const pair of PAIRS) {
    for (const [own, other] of [pair, [pair[1], pair[0]] as const]) {
      const mine = own.split(' ').find((word) => said.has(word));
      const theirs = other.split(' ').find((word) => near.has(word));
      if (mine === undefined || theirs === undefined) continue;
      const isBoth = own.split(' ').some((word) => source.has(word)) || other.split(' ').some((word) => said.has(word));
      if (!isBoth) return opposite(mine, theirs);
    }
  }
  return findOtherChoice(said, source);
}

function findOtherChoice(said: ReadonlySet<string>, source: ReadonlySet<string>): GroundingFinding | undefined {
  for (const words of CHOICES) {
    const mine = words.find((word) => said.has(word) && !source.has(word));
    const theirs = words.find((word) => source.has(word));
    if (mine !== undefined && theirs !== undefined) return opposite(mine, theirs);
  }
  return undefined;
}

function opposite(mine: string, theirs: string): GroundingFinding {
  return {
    kind: 'opposite',
    detail: `It says ${JSON.stringify(mine)} where the source says ${JSON.stringify(theirs)}.`,
  };
}

function formsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap(({ lower }) => [lower, stem(lower)]));
}

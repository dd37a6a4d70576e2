import { type Word, wordsOf } from '../analyze/english/words.ts';

const NEGATORS = new Set(
  "not never no nobody none neither nor nothing cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't couldn't hasn't haven't hadn't needn't".split(
    ' ',
  ),
);

/** Words that deny what follows them or what they are made of. */
const DENIALS =
  /^(?:forbid|forbids|forbidden|prohibit\w*|bann?(?:s|ed)?|disallow\w*|impossible|avoid\w*|prevent\w*|exclud\w*|lacks?|lacked|lacking|except|exempt|unable|\S+-free|void|voids|voided|declin\w*|reject(?:s|ed|ing)?|refus(?:e|es|ed)|den(?:y|ies|ied)|fails?|failed|invalid|insufficient|inadmissible|unacceptable|false|unless|refrain\w*|forg[eo]t\w*|neglects?|bad|harmful|unsuitable|dangerous|un(?!it|iq|iv|ion|der|til|iform)\w+(?:ed|able|ary|ing)|unpaid|untrue|unlikely|unusual|unusually|unsafe|unclear|unaware|unknown)$/u;

/** Ways to deny that deny nothing of the claim. */
const IDIOMS = new RegExp(
  [
    String.raw`(?:\b(?:not|cannot)|n['’]t) (?:only|just|merely|simply|necessarily|always|even)\b`,
    // Limits: "no later than Monday".
    String.raw`\b(?:no|not|never) (?:be )?(?:more|less|fewer|later|longer|earlier|higher|lower|larger|smaller|faster) than\b`,
    String.raw`(?:\bnot|n['’]t) (?:exceed|until|before)\b|\bno longer\b|\bregardless\b|\b(?:un|not )limited\b`,
    String.raw`\bwhether or not\b|\bif not\b|\bno matter\b|\bnot least\b|\bnothing but\b`,
    String.raw`\b(?:pays?|costs?|paid|charged) nothing\b|\bat no (?:extra |additional )?(?:cost|charge)\b`,
    // Another case: "for a repair and nothing else".
    String.raw`\b(?:and|or|but) (?:for |with )?(?:nothing|nobody|none) (?:else|more|after|beyond|further|thereafter|afterwards)\b`,
    // Of whom or what something is said: "traffic nobody can explain", "days that are not used", "samples that have no label".
    String.raw`(?<=(?<!\b(?:and|or|but|so|because|that|when|if|where|since|as|then))\p{L} )(?:nobody|no one) can\b`,
    String.raw`(?<=\b(?:everything|anything|all|whatever|those|anyone|everyone|people) )that (?:is|are|was|were|has|have|do|does) not\b`,
    String.raw`\b(?:that|who|which) (?:is|are|was|were|has|have|do|does|did) not(?= [^.;]{0,120}\b(?:is|are|was|were|will|must|may|can|cannot|has|have)\b)`,
    String.raw`\b(?:that|who|which) \p{L}+ no(?= \p{L})`,
    String.raw`(?<!\b(?:provided|so|sure|ensure|such|means?|in|on|at|for|from|to|by|with|during) )\b(?:that|which|whom?) (?:no|nobody|none)\b`,
  ].join('|'),
  'giu',
);

const OPENING =
  /^\s*(?:(?:yes|no|correct|right|indeed|true|false|not|(?:normally|usually|generally) not)\s*[,.:;!—–-]+\s*|not (?=unless|before|until|without|if|when|for)\b)/iu;

/** "Neither … nor …" denies once. */
const NEITHER = /(\bneither\b[^.;]{0,120}?) nor\b/giu;

/** "Nothing: no mails, no files and no logs" denies once. */
const LISTED = /(?<=[,:]\s|\b(?:and|or|nor)\s)no (?=[\p{L}-]+(?:[,.;]|$|\s(?:and|or|nor)\s))/giu;

/** A text of the same length without "yes" or "no" before it. */
export function withoutOpening(text: string): string {
  return text.replace(OPENING, (opening) => ' '.repeat(opening.length));
}

/** A text without what only opens an answer, or denies nothing. */
export function withoutIdioms(text: string): string {
  return text
    .replace(OPENING, '')
    .replaceAll(/n['’]t\b/gu, ' not')
    .replaceAll(NEITHER, '$1 or')
    .replaceAll(IDIOMS, ' ')
    .replaceAll(LISTED, ' ');
}

/** Whether a clause denies: two denials make no denial. */
export function isNegative(clause: string): boolean {
  const plain = withoutIdioms(clause);
  const words = wordsOf(plain);
  const count = words.filter(({ lower }) => NEGATORS.has(lower) || DENIALS.test(lower)).length;
  // "Without" denies what follows it, not what the clause says; "nothing without" asserts. So does "keep it from".
  const without = plain.search(/\bwithout\b/iu);
  const isAsserted =
    without > 0 && words.some(({ lower, start }) => start < without && (NEGATORS.has(lower) || DENIALS.test(lower)));
  const isFree = /\bfree of charge\b|\bfor free\b/iu.test(plain);
  const isAway = /\b(?:away|far) from\b/iu.test(plain);
  const isKeptFrom = /\b(?:keep|stop)s? (?:\S+ ){1,4}?from \S+ing\b/iu.test(plain);
  return (count + (isAsserted ? 1 : 0) + (isKeptFrom ? 1 : 0) + (isAway ? 1 : 0) + (isFree ? 1 : 0)) % 2 === 1;
}

/** Words of a text such as "forbidden" and "unpaid". */
export function denialsOf(text: string): string[] {
  return wordsOf(withoutIdioms(text)).flatMap(({ lower }) => (DENIALS.test(lower) ? [lower] : []));
}

/** Whether a text has such a word. */
export function hasDenial(text: string): boolean {
  return denialsOf(text).length > 0;
}

/** Whether a clause has an odd number of words such as "not", whatever else in it denies. */
export function hasNegator(clause: string): boolean {
  return wordsOf(withoutIdioms(clause)).filter(isNegator).length % 2 === 1;
}

export function isNegator({ lower }: Word): boolean {
  return NEGATORS.has(lower);
}

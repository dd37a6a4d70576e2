/** A word and another that is never true in its place, where it is. */
export interface Opposite {
  /** Global, so that more than one occurrence is seen. */
  readonly word: RegExp;
  readonly other: string;
}

const PAIRS = [
  'minimum maximum',
  'always never',
  'largest smallest',
  'highest lowest',
  'internal external',
  'mandatory optional',
  'mutable immutable',
  'valid invalid',
  'increases decreases',
  'faster slower',
  'easier harder',
  'larger smaller',
  'longer shorter',
  'permanent temporary',
  'horizontal vertical',
  'daily weekly',
];

const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');
/** What tells that "before" and "after" are about time and not about a place: "before you leave", "after signing". */
const EVENT = String.raw`(?= (?:the|your|you|they|\p{Ll}+ing)\b)`;

/** Words of English that exclude each other and fit the same places. */
export const OPPOSITES: readonly Opposite[] = [
  ...PAIRS.flatMap(bothWays),
  ...DAYS.map((day, index) => toOpposite(String.raw`\b${day}\b`, DAYS[(index + 3) % DAYS.length] ?? '')),
  toOpposite(String.raw`\bmonthly\b`, 'weekly'),
  toOpposite(String.raw`\b(?:annually|yearly)\b`, 'monthly'),
  toOpposite(String.raw`\bpublic(?= \p{Ll})`, 'private'),
  toOpposite(String.raw`\bprivate(?= \p{Ll})`, 'public'),
  toOpposite(String.raw`(?<=\b(?:is|are) )possible(?= to\b|\.)`, 'impossible'),
  toOpposite(String.raw`(?<=\b(?:is|are) )impossible(?= to\b|\.)`, 'possible'),
  toOpposite(String.raw`\bbefore${EVENT}`, 'after'),
  toOpposite(String.raw`\bafter${EVENT}`, 'before'),
  toOpposite(String.raw`\bat least\b`, 'at most'),
  toOpposite(String.raw`\b(?:at most|no more than)\b`, 'at least'),
  toOpposite(String.raw`\bmore than(?= \d)`, 'fewer than'),
  toOpposite(String.raw`\b(?:less|fewer) than(?= \d)`, 'more than'),
];

function bothWays(pair: string): Opposite[] {
  const [left = '', right = ''] = pair.split(' ');
  return [toOpposite(word(left), right), toOpposite(word(right), left)];
}

function word(text: string): string {
  return String.raw`(?<!-)\b${text}\b(?!-|[’']s)`;
}

function toOpposite(pattern: string, other: string): Opposite {
  return { word: new RegExp(pattern, 'gu'), other };
}

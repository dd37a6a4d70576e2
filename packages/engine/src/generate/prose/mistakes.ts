import type { TextRange } from '@dsgen/core';

/** A word of a text and what it is miswritten as. */
export interface Mistake extends TextRange {
  readonly written: string;
}

/** Words that are taken for each other, and never right in each other's place. */
const CONFUSED: ReadonlyMap<string, string> = new Map([
  ['their', 'there'],
  ['your', "you're"],
  ['its', "it's"],
  ['than', 'then'],
  ['whose', "who's"],
  ['is', 'are'],
  ['are', 'is'],
  ['was', 'were'],
  ['were', 'was'],
  ['has', 'have'],
  ['have', 'has'],
  ['does', 'do'],
]);

/** Singular nouns that some write with a plural verb. */
const COLLECTIVE =
  /\b(?:team|staff|government|company|group|committee|media|data|public|majority|number|none|all|any|some|most|rest|who|which|that|what|one|there|here)$/iu;
/** "10 hours is": an amount is one thing or many. */
const PLURAL = /[^s]s$/u;

/** Misspellings that are often seen. */
const MISSPELT: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=c)ei(?=v|pt|ling)/u, 'ie'],
  [/(?<=[bchltf])ie(?=ve|f|ld)/u, 'ei'],
  [/mm(?=\p{Ll}{2})/u, 'm'],
  [/cc(?=\p{Ll}{2})/u, 'c'],
  [/ss(?=\p{Ll}{3})/u, 's'],
  [/rr(?=\p{Ll}{2})/u, 'r'],
  [/pp(?=\p{Ll}{3})/u, 'p'],
  [/ff(?=\p{Ll}{3})/u, 'f'],
  [/tt(?=\p{Ll}{3})/u, 't'],
  [/ible$/u, 'able'],
  [/ance$/u, 'ence'],
  [/ence$/u, 'ance'],
  [/tion(?=s?$)/u, 'toin'],
  [/ment(?=s?$)/u, 'mnet'],
  [/(?<=\p{Ll})ely$/u, 'ly'],
  [/sc(?=i)/u, 's'],
  [/(?<=\p{Ll}{2})ough(?=t?$)/u, 'uogh'],
];

/** Every place where one mistake can be made that nobody would take for another way to write it; code is left alone. */
export function possibleMistakes(text: string): Mistake[] {
  const words = text.replaceAll(/`[^`]*`/gu, (code) => ' '.repeat(code.length));
  return [...words.matchAll(/(?<![\p{L}\p{N}_.@/'’-])\p{Ll}+(?![\p{L}\p{N}_@/'’-]|\.\p{L})/gu)].flatMap(
    ({ 0: word, index }) => {
      const before = words.slice(0, index).trimEnd();
      const written = misuse(word, before) ?? wrongArticle(word, words.slice(index + word.length)) ?? misspell(word);
      return written === undefined ? [] : [{ start: index, end: index + word.length, written }];
    },
  );
}

function misuse(word: string, before: string): string | undefined {
  const other = CONFUSED.get(word);
  if (other === undefined) return undefined;
  if (/^(?:is|are|was|were|has|have|does)$/u.test(word) && COLLECTIVE.test(before)) return undefined;
  return /^(?:is|was|has)$/u.test(word) && PLURAL.test(before) ? undefined : other;
}

function wrongArticle(word: string, after: string): string | undefined {
  if (word === 'a' && /^ [bcdfgjklmnpqrtvwz]\p{Ll}{2}/u.test(after)) return 'an';
  return word === 'an' && /^ (?:[ai]\p{Ll}{2}|e[^u\s]\p{Ll}|o[^n\s]\p{Ll})/u.test(after) ? 'a' : undefined;
}

/** Words that are rightly written both ways: "focussed", "programing". */
const BOTH_WAYS = /^(?:programm|focuss|benefitt|worshipp|kidnapp|biass|ambi|depend|collaps)/u;

function misspell(word: string): string | undefined {
  if (word.length < 7 || BOTH_WAYS.test(word)) return undefined;
  for (const [right, wrong] of MISSPELT) if (right.test(word)) return word.replace(right, wrong);
  return undefined;
}

/** The text with some mistakes made. */
export function withMistakes(text: string, mistakes: readonly Mistake[]): string {
  return mistakes
    .toSorted((left, right) => right.start - left.start)
    .reduce((changed, { start, end, written }) => changed.slice(0, start) + written + changed.slice(end), text);
}

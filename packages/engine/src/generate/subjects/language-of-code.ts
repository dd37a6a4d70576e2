import type { ExtractedDocument } from '@dsgen/core';
import type { DocumentAnalysis } from '../../analyze/analysis.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { isSubjectWord } from './subject-words.ts';
import type { SpokenSubject } from './subject.ts';

/** Languages that a text teaches, by what a fence calls them. Those of frameworks and of shells say too little of a text. */
const LANGUAGES = new Map([
  ['rust', 'Rust'],
  ['rs', 'Rust'],
  ['python', 'Python'],
  ['py', 'Python'],
  ['go', 'Go'],
  ['java', 'Java'],
  ['kotlin', 'Kotlin'],
  ['swift', 'Swift'],
  ['ruby', 'Ruby'],
  ['haskell', 'Haskell'],
  ['elixir', 'Elixir'],
  ['scala', 'Scala'],
  ['julia', 'Julia'],
  ['ocaml', 'OCaml'],
  ['perl', 'Perl'],
  ['php', 'PHP'],
  ['lua', 'Lua'],
  ['zig', 'Zig'],
  ['clojure', 'Clojure'],
  ['erlang', 'Erlang'],
]);

const FEWEST_FENCES = 2;
const LEAST_SHARE = 0.5;
const FEWEST_USES = 2;

/** "in Rust", for a text whose code is mostly Rust and that speaks of Rust more than of any other name. */
export function languageOfCode({ blocks }: ExtractedDocument, { casing }: DocumentAnalysis): SpokenSubject | undefined {
  const fences = blocks.flatMap(({ kind, language }) => (kind === 'code' ? [LANGUAGES.get(language ?? '')] : []));
  const counts = Map.groupBy(fences, (name) => name);
  const [name, found = []] = [...counts]
    .filter(([language]) => language !== undefined)
    .toSorted(([, left], [, right]) => right.length - left.length)[0] ?? [undefined];
  if (name === undefined || found.length < FEWEST_FENCES || found.length < fences.length * LEAST_SHARE)
    return undefined;
  const uses = casing.get(name.toLowerCase())?.upper ?? 0;
  return uses < FEWEST_USES || isRivalled(casing, name.toLowerCase(), uses)
    ? undefined
    : { name, preposition: 'in', isCertain: true };
}

/** A framework whose pages are full of the language is named as often; so is a product of two words. */
function isRivalled(casing: DocumentAnalysis['casing'], key: string, uses: number): boolean {
  return [...casing].some(
    ([word, { upper, lower }]) =>
      word !== key &&
      lower * 8 <= upper &&
      isSubjectWord(word) &&
      /^\p{L}[\p{L}\p{N}]+$/u.test(word) &&
      (upper > uses || (upper * 2 >= uses && !isCommonWord(word))),
  );
}

import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { lemmasOf } from './lemmas.ts';
import { WORDNET } from './wordnet.ts';

/** What a word may mean, as far as a dictionary of everyday words can tell. */
export interface Senses {
  readonly own: ReadonlySet<string>;
  /** The meanings right above: of "to stroll", "to walk". */
  readonly broader: ReadonlySet<string>;
  readonly isNoun: boolean;
}

interface Entry {
  readonly own: readonly string[];
  readonly broader: readonly string[];
  readonly isNoun: boolean;
}

/** Texts repeat their words. */
const found = new Map<string, Senses>();
const MOST_FOUND = 10_000;

/** The senses of a word in lower case: those of all base forms that it may have. */
export function sensesOf(lower: string): Senses {
  const known = found.get(lower);
  if (known !== undefined) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const senses = lookUp(lower);
  found.set(lower, senses);
  return senses;
}

function lookUp(lower: string): Senses {
  const entries = lemmasOf(lower).flatMap((lemma) => dictionary().get(lemma) ?? []);
  const isFormOfVerb = /(?:ed|ing)$/u.test(lower) && !dictionary().has(lower);
  const isDoer = /(?:er|or)s?$/u.test(lower) && !dictionary().has(lower);
  return {
    own: new Set(entries.flatMap(({ own }) => own)),
    broader: new Set(entries.flatMap(({ broader }) => broader)),
    isNoun: !isFormOfVerb && ((isDoer && isOfVerb(lower)) || (entries[0]?.isNoun ?? isLikeNoun(lower))),
  };
}

/** "Scheduler", "insurer": who or what does it. */
function isOfVerb(lower: string): boolean {
  return lemmasOf(lower.replace(/s$/u, '').replace(/or$/u, 'er')).some((lemma) => BASE_VERBS.has(lemma));
}

/** Endings that nouns seldom have. */
const NO_NOUN = /(?:ful|less|ous|ive|able|ible|ly|ing|ed|ise|ize|ify|ish)$/u;

function isLikeNoun(lower: string): boolean {
  return !NO_NOUN.test(lower) && !lemmasOf(lower).some((lemma) => BASE_VERBS.has(lemma));
}

let entries: ReadonlyMap<string, Entry> | undefined;

/** Read at the first word: most runs need none of it. */
function dictionary(): ReadonlyMap<string, Entry> {
  entries ??= new Map(
    WORDNET.split(/[;\n]+/u)
      .filter(Boolean)
      .map(readEntry),
  );
  return entries;
}

function readEntry(line: string): readonly [string, Entry] {
  const [head = '', senses = ''] = line.split(' ');
  const [own = '', broader = ''] = senses.split('>');
  const isNoun = !head.endsWith('!');
  return [isNoun ? head : head.slice(0, -1), { own: listOf(own), broader: listOf(broader), isNoun }];
}

function listOf(numbers: string): string[] {
  return numbers === '' ? [] : numbers.split(',');
}

import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { isEveryday, isNear, meaningOf } from '../synonyms.ts';
import { isNumberWord } from '../quantities.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';

/** Capitals that English gives without a name, after the first word of a sentence. */
const NO_NAMES = new Set(['i', 'yes', 'no']);

/** "Building A": a capital letter by itself after a word. */
const LETTER = /(?<=\p{Ll} )\p{Lu}(?![\p{L}\p{N}'’])/gu;

/** Names, codes and addresses of the statement are in its evidence or its context. */
export function checkNames(claim: PreparedClaim): GroundingFinding | undefined {
  const { statement, everything } = claim;
  const letters = new Set(Array.from(everything.matchAll(LETTER), (match) => match[0]));
  const known = new Set(
    wordsOf(everything).flatMap(({ lower }) => [lower, lower.replace(/'s$|s$/u, ''), ...lower.split(/[-/.]/u)]),
  );
  for (const name of namesOf(statement)) {
    const lower = name.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
    const isKnown = isLetter(name)
      ? letters.has(name)
      : known.has(lower) ||
        known.has(lower.replace(/s$/u, '')) ||
        lower.split(/[-/.]/u).every((part) => known.has(part));
    if (!isKnown) return { kind: 'name', detail: `The source does not name ${JSON.stringify(name)}.` };
  }
  return findOtherSubject(claim);
}

/** "Building A": the letter is the name. */
function isLetter(word: string): boolean {
  return /^\p{Lu}$/u.test(word) && word !== 'I';
}

/** Share of a statement's other words that one sentence of the source must have, to be the one it was made from. */
const SAME_SENTENCE = 0.8;

/** The first word of a sentence is written like a name in any case: it is one, when all else is as the source has it. */
function findOtherSubject({ statement, evidence, nearest, everything }: PreparedClaim): GroundingFinding | undefined {
  const [first, ...rest] = wordsOf(statement).filter(({ lower }) => !STOP_WORDS.has(lower));
  if (first === undefined || rest.length < 3 || !statement.startsWith(first.text) || isPlain(first.lower))
    return undefined;
  const known = new Set(contentStems(everything).map(meaningOf));
  if (known.has(meaningOf(stem(first.lower))) || isNear(stem(first.lower), known)) return undefined;
  const near = new Set(contentStems(nearest).map(meaningOf));
  const shared = rest.filter(({ lower }) => near.has(meaningOf(stem(lower)))).length;
  const isMadeOf = shared / rest.length >= SAME_SENTENCE && evidence.length > 0;
  if (!isMadeOf || BASE_VERBS.has(first.lower) || isEveryday(stem(first.lower))) return undefined;
  return { kind: 'name', detail: `The source says this, but not of ${JSON.stringify(first.text)}.` };
}

/** Words that are written like names, codes or addresses. Weekdays and months count as names: they are facts. */
function namesOf(statement: string): string[] {
  return wordsOf(statement)
    .filter(
      ({ text, lower, start }) =>
        isNameLike(text, lower) || (/^\p{Lu}/u.test(text) && !opensSentence(statement, start) && !isPlain(lower)),
    )
    .map(({ text }) => text);
}

function isNameLike(text: string, lower: string): boolean {
  const hasCode = /[\p{Lu}_]/u.test(text.slice(1)) || (/\d/u.test(text) && /\p{L}/u.test(text));
  return hasCode && !isPlain(lower) && !/^\d+(?:st|nd|rd|th|[ap]m)$/u.test(lower);
}

function isPlain(lower: string): boolean {
  return NO_NAMES.has(lower) || isNumberWord(lower);
}

function opensSentence(statement: string, start: number): boolean {
  const before = statement.slice(0, start).trimEnd();
  return before === '' || /[.!?:]["”’)]?$/u.test(before) || /(?:^|\n)\s*(?:[-*•]|\d+[.)])$/u.test(before);
}

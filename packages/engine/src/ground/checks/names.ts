import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { daysOf, otherDaysOf } from '../words/days.ts';
import { isAbbreviationOf, isCommonAbbreviation, wholeNameOf } from '../words/abbreviations.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { isGeneral } from '../words/general-words.ts';
import { lemmasOf } from '../words/lemmas.ts';
import { isNumberWord } from '../quantities/number-words.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { unitOf } from '../quantities/units.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';

/** Capitals that English gives without a name, after the first word of a sentence. */
const NO_NAMES = new Set([
  'i',
  'yes',
  'no',
  'e-mail',
  'e-mails',
  'handbook',
  'document',
  'chapter',
  'figure',
  'article',
  'internet',
  'wi-fi',
]);

/** "Building A": a capital letter by itself after a word. */
const LETTER = /(?<=\p{Ll} )\p{Lu}(?![\p{L}\p{N}'’])/gu;

/** Names, codes and addresses of the statement are in its evidence or its context. */
export function checkNames({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const letters = new Set(Array.from(everything.matchAll(LETTER), (match) => match[0]));
  const known = new Set(
    wordsOf(everything).flatMap(({ lower }) => [lower, lower.replace(/'s$|s$/u, ''), ...lower.split(/[-/.]/u)]),
  );
  for (const day of daysOf(everything)) known.add(day);
  if (/\bclosed\b|\bshut\b|\bexcept\b|\bnever on\b|\bnot (?:on|open)\b/iu.test(statement))
    for (const day of otherDaysOf(everything)) known.add(day);
  const codes = Array.from(statement.matchAll(/`(?<code>[^`\n]+)`/gu), ({ groups }) => groups?.['code'] ?? '');
  const code = codes.find(
    (candidate) => !everything.toLowerCase().includes(candidate.toLowerCase()) && !candidate.includes(' '),
  );
  if (code !== undefined) return unnamed(code);
  const name = namesOf(statement).find((candidate) => {
    if (isLetter(candidate))
      return !letters.has(candidate) && (candidate === 'A' || !known.has(candidate.toLowerCase()));
    return (
      !isNamed(candidate, known) &&
      !isAbbreviationOf(candidate, everything) &&
      !isSpelledOut(candidate, statement, everything)
    );
  });
  const unknown =
    name ??
    phrasesOf(statement).find(
      (phrase) =>
        !everything.toLowerCase().includes(phrase.toLowerCase()) && !isAbbreviationOf(initialsOf(phrase), everything),
    );
  return unknown === undefined ? undefined : unnamed(unknown);
}

/** "The People Team": common words that capitals make a name of. */
function phrasesOf(statement: string): string[] {
  return Array.from(statement.matchAll(PHRASE), ([phrase]) => phrase);
}

const PHRASE =
  /(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+(?!\p{L})|(?<=^(?:The|A|An|Your|Our) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+(?!\p{L})/gu;

function initialsOf(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

function unnamed(name: string): GroundingFinding {
  return { kind: 'name', detail: `The source does not name ${JSON.stringify(name)}.` };
}

function isNamed(name: string, known: ReadonlySet<string>): boolean {
  const lower = wholeNameOf(name.toLowerCase().replaceAll('’', "'").replace(/'s$/u, ''));
  if (known.has(lower) || known.has(lower.replace(/s$/u, ''))) return true;
  // "English-language": what is written like a name is the name.
  const parts = name.split(/[-/.]/u);
  return (
    parts.length > 1 &&
    parts.every(
      (part) => known.has(part.toLowerCase()) || known.has(part.replace(/s$/u, '')) || /^\p{Ll}+$/u.test(part),
    )
  );
}

/** A name in words for an abbreviation of the source. */
function isSpelledOut(name: string, statement: string, everything: string): boolean {
  const abbreviations = new Set(
    wordsOf(everything).flatMap(({ text }) => (/^\p{Lu}{2,6}s?$/u.test(text) ? [text] : [])),
  );
  return [...abbreviations].some((abbreviation) => {
    const written = isAbbreviationOf(abbreviation, statement);
    return written && abbreviation.toLowerCase().includes(name.charAt(0).toLowerCase());
  });
}

/** "Building A": the letter is the name. */
function isLetter(word: string): boolean {
  return /^\p{Lu}$/u.test(word) && word !== 'I';
}

/** Words that are written like names, codes or addresses. Weekdays and months count as names: they are facts. */
function namesOf(statement: string): string[] {
  const numbers = quantitiesOf(statement);
  return wordsOf(statement)
    .filter(({ start, end }) => !isPartOfNumber(statement, start, end, numbers))
    .filter(
      ({ text, lower, start }) =>
        isNameLike(text, lower) ||
        (/^\p{Lu}/u.test(text) && !opensSentence(statement, start) && !isPlain(lower) && !isCommonAbbreviation(text)),
    )
    .map(({ text }) => text);
}

/** "1.35m", "5 pm" and the unit of "-196 °C". */
function isPartOfNumber(statement: string, start: number, end: number, numbers: readonly Quantity[]): boolean {
  return (
    statement.charAt(start - 1) === '°' ||
    numbers.some((number) => start < number.end + 2 && end > number.start && /^\d/u.test(statement.slice(start)))
  );
}

function isNameLike(text: string, lower: string): boolean {
  const hasCode = /[\p{Lu}_]/u.test(text.slice(1)) || (/\d/u.test(text) && /\p{L}/u.test(text));
  return hasCode && !isPlain(lower) && !isCommonAbbreviation(text) && !/^\d+(?:st|nd|rd|th|[ap]m)$/u.test(lower);
}

function isPlain(lower: string): boolean {
  return (
    NO_NAMES.has(lower) ||
    STOP_WORDS.has(lower) ||
    isGeneral(lemmasOf(lower)) ||
    unitOf(lower) !== undefined ||
    isNumberWord(lower)
  );
}

function opensSentence(statement: string, start: number): boolean {
  const before = statement.slice(0, start).trimEnd();
  return (
    before === '' ||
    /[.!?:]["”’)]?$/u.test(before) ||
    /(?:^|\n)\s*(?:[-*•]+|\d+[.)])\s*$/u.test(before) ||
    before.endsWith('**')
  );
}

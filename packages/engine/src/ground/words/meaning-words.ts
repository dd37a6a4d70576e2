import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { stem, wordsOf } from '../../analyze/english/words.ts';
import { isNumberWord } from '../quantities/number-words.ts';
import { unitOf } from '../quantities/units.ts';
import { isNear, meaningOf } from '../synonyms.ts';
import { isCommonAbbreviation, wholeNameOf } from './abbreviations.ts';
import { isGeneral } from './general-words.ts';
import { lemmasOf } from './lemmas.ts';
import { sensesOf, type Senses } from './thesaurus.ts';

/** A word that says something of its own, with all that it is compared by. */
export interface MeaningWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its stem, or the one stem for a group of everyday words that say the same. */
  readonly meaning: string;
  readonly stem: string;
  /** Base forms that it may have. */
  readonly lemmas: readonly string[];
  /** Whether it belongs to no subject: "include", "usually". */
  readonly isGeneral: boolean;
  readonly senses: Senses;
}

/** Whether a word names a thing of a subject, as far as a dictionary can tell. */
export function isThing(word: MeaningWord): boolean {
  return word.senses.isNoun && !word.isGeneral;
}

/** The words that carry what a text says, in order; numbers and their units are compared elsewhere. */
export function meaningWordsOf(text: string): MeaningWord[] {
  return wordsOf(text).flatMap(({ text: word, lower, start, end }) => {
    const parts = /[-/]/u.test(lower) && !isOneWord(lower) ? partsOf(word, start) : [{ text: word, start, end }];
    return parts.flatMap((part) => read(part, text));
  });
}

/** Written with and without a hyphen. */
function isOneWord(lower: string): boolean {
  return /^e-?mails?$/u.test(lower);
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function partsOf(word: string, start: number): Part[] {
  return Array.from(word.matchAll(/[^-/]+/gu), ({ 0: text, index }) => ({
    text,
    start: start + index,
    end: start + index + text.length,
  }));
}

function read({ text, start, end }: Part, whole: string): MeaningWord[] {
  const written = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^e-mail/u, 'email');
  const lower = /^\p{Lu}/u.test(text) ? wholeNameOf(written) : written;
  if (STOP_WORDS.has(lower) || isNumberWord(lower) || /^\d/u.test(lower)) return [];
  if (isUnit(lower, whole.slice(Math.max(0, start - 20), start))) return [];
  const lemmas = lemmasOf(lower);
  const stemmed = stem(lower);
  return [
    {
      text,
      start,
      end,
      lemmas,
      stem: stemmed,
      meaning: meaningOf(stemmed),
      isGeneral: isGeneral(lemmas) || isCommonAbbreviation(text),
      senses: sensesOf(lower),
    },
  ];
}

/** Spans of time everywhere, other units after their number: "four knots", "41 m". */
function isUnit(written: string, before: string): boolean {
  const lower = written.replace(/[²³]$/u, '');
  if (/^(?:[ap]\.?m\.?|cent|percent)$/u.test(lower)) return true;
  if (/°\s?$/u.test(before)) return true;
  // "Five in the morning" is a time of day.
  if (/^(?:morning|afternoon|evening)$/u.test(lower) && /[\p{L}\d] in the $/u.test(before)) return true;
  const unit = unitOf(lower);
  if (unit === undefined) return false;
  const isSpan = SPANS.has(unit) && lower !== 'second' && lower !== 'seconds';
  const last = /(?:[\p{L}\d]+)[\s-]*$/u.exec(before)?.[0].trim().replace(/-$/u, '').toLowerCase() ?? '';
  return isSpan || lower.length < 3 || /\d$/u.test(last) || isNumberWord(last);
}

const SPANS = new Set('second minute hour day week fortnight month quarter year decade century'.split(' '));

/** Whether two words are forms of one, or belong to one group of everyday words. */
export function isForm(left: MeaningWord, right: MeaningWord): boolean {
  return (
    left.meaning === right.meaning || left.lemmas[0] === right.lemmas[0] || isNear(left.stem, new Set([right.stem]))
  );
}

/** The words right after another, with nothing but an article between: what something is done to. */
export function objectsAfter(word: MeaningWord, text: string): MeaningWord[] {
  const after = text.slice(word.end);
  const phrase = /^\s(?:(?:the|a|an|any|your|their|its|his|her)\s)?[\p{L}-]+(?:\s[\p{L}-]+)?/u.exec(after)?.[0] ?? '';
  const [first] = wordsOf(phrase).filter(({ lower }) => !ARTICLES.has(lower));
  return first === undefined || STOP_WORDS.has(first.lower) ? [] : meaningWordsOf(phrase);
}

const ARTICLES = new Set('the a an any your their its his her'.split(' '));

/** "Evaporate" and "evaporation": one begins the other. */
export function isOfOneRoot(left: string, right: string): boolean {
  return Math.min(left.length, right.length) > 3 && (left.startsWith(right) || right.startsWith(left));
}

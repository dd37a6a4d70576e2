import type { TextRange } from '@dsgen/core';
import { isWordCharacter, matchAt } from '../characters.ts';
import { isDay } from '../check-digits.ts';
import { isAfter } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
/** Dates of people who may be alive. */
const YEAR = '(?:19\\d\\d|20[0-2]\\d)';
const NUMERIC = new RegExp(
  `${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)|(\\d{1,2})[-/.](\\d{1,2})[-/.]${YEAR}(?!\\d)`,
  'y',
);
const DAY_FIRST = new RegExp(`\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of |de )?${MONTH}\\.?,? (?:de )?${YEAR}(?!\\d)`, 'y');
const MONTH_FIRST = new RegExp(`\\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}(?!\\d)`, 'y');
const MONTH_BEFORE = new RegExp(`\\b${MONTH}\\.? $`, 'u');

/** The words must lead to the date; "born in Paris on" does, "the born digital archive was moved on" does too rarely to matter. */
const CONTEXT =
  /\b(?:born|birth(?:day|date)?|d\.?o\.?b\.?|geb(?:oren|urtsdatum)?|née?(?: le)?|naissance|nacid[oa]|nacimiento|nat[oa] il|nascita|geboren|geboortedatum)(?:(?=[^\p{L}])[^\n]{0,30})?$/iu;

/** What can follow the first number of a date: `1980-`, `1.`, `1st`, `1 May`. */
const SEPARATORS = '-/. ,snrt';

/** Dates of birth: a date, and words before it that say so. */
export const birthDate: Detector = {
  name: 'birth-date',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(1, 4) },
  verify,
};

function verify(text: string, at: TextRange): Match | undefined {
  if (isWordCharacter(text.charCodeAt(at.start - 1)) || !SEPARATORS.includes(text.charAt(at.end))) return undefined;
  const range = dateAt(text, at.start);
  if (range === undefined || !isAfter(CONTEXT, text, range.start, 44)) return undefined;
  return { kind: 'birth-date', ...range };
}

function dateAt(text: string, at: number): TextRange | undefined {
  NUMERIC.lastIndex = at;
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const first = Number(numeric[1] ?? numeric[3]);
    const second = Number(numeric[2] ?? numeric[4]);
    return isDay(first, second) || isDay(second, first) ? { start: at, end: at + numeric[0].length } : undefined;
  }
  const dayFirst = matchAt(DAY_FIRST, text, at);
  if (dayFirst !== undefined) return { start: at, end: at + dayFirst.length };
  const monthFirst = matchAt(MONTH_FIRST, text, at);
  if (monthFirst === undefined) return undefined;
  const month = MONTH_BEFORE.exec(text.slice(Math.max(0, at - 14), at))?.[0];
  return month === undefined ? undefined : { start: at - month.length, end: at + monthFirst.length };
}

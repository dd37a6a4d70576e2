import type { TextRange } from '@dsgen/core';
import { isDigit, isWordCharacter, matchAt } from '../characters.ts';
import { isAfter, isOtherNumber } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

/** Groups of digits as phone numbers are written: one separator between two groups, the area code perhaps in parentheses. */
const NUMBER = /\(?\d{1,15}(?:(?:[ \u00A0.\u2011/-]| ?\(|\)[ -]?)\d{1,15}){0,7}/y;
/** Parentheses around the first group only; around the whole number they are not part of it. */
const AREA_CODE = /\(\d{1,5}\)/y;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Country codes of ITU E.164 by first digit: one digit, two digits, or three where none of the shorter is given. */
const COUNTRY =
  /^(?:1[2-9]|7[3-9]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[058]\d|9[679]\d)/;

/** North America: area code and exchange begin with 2 to 9 and are not a service such as 911. */
const NORTH_AMERICA = /^1?[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/;
const NORTH_AMERICAN_SHAPE = /^(?:1[-. ])?(?:\(\d{3}\) ?|\(\d{3}\)-|\d{3}[-.])\d{3}[-. ]\d{4}$/;
/** 555-0100 to 555-0199 are set aside for fiction; 1234567 and its like are examples. */
const FICTION =
  /^(?:55501\d\d|1?\d{3}55501\d\d|44(?:20794609|1632960|7700900)\d{3}|0(?:20794609|1632960|7700900)\d{3})$|1234567|(?<digit>\d)\k<digit>{5}/;

/** Forms that no other number has: France and its pairs, the United Kingdom's and Germany's area codes. */
const NATIONAL_SHAPE =
  /^(?:0[1-79](?:[ .]\d{2}){4}|\(0\d{2,4}\) ?\d{3,4}[ -]?\d{3,6}|0\d{2} \d{4} \d{4}|0\d{3} \d{3} \d{4}|07\d{3} \d{6}|07\d{3} \d{3} \d{3}|0\d{4} \d{6}|0\d{2,4}\/\d{5,8}|0\d{2,4}\/\d{2,4} \d{2,5})$/;

const CONTEXT =
  /(?:\b(?:tel(?:ephone|efon|éfono|efono)?|phones?|mobile|cell(?:ulare|phone)?|call(?:ing)?|fax|ring|dial|whatsapp|sms|hotline|helpline|handy|anrufen|rufnummer|durchwahl|móvil|portable|numéro|reach(?:ed)?(?: (?:me|us|her|him|them))?(?: (?:at|on))?|contact(?: (?:number|no))?|extension|voicemail|text)\b|\btél\b|☎|📞)[^\n]{0,28}$/iu;

/** A date or a time is no phone number, whatever its digits. */
const DATE =
  /^(?:(?:19|20)\d{2}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d{2})(?:\D|$)|^\d{4}-\d{4}$|^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Phone numbers: international ones by themselves, national ones by their form or by the words before them. */
export const phone: Detector = {
  name: 'phone',
  category: 'pii',
  trigger: { on: 'digits', lengths: lengths(1, 15) },
  verify,
};

function verify(text: string, at: TextRange): Match | undefined {
  if (at.end - at.start < FEWEST_DIGITS && !goesOn(text, at.end)) return undefined;
  const start = startOf(text, at.start);
  if (start === undefined) return undefined;
  const from = text.charCodeAt(start) === 0x2b ? start + 1 : start;
  const shape = matchAt(NUMBER, text, from);
  if (shape === undefined || shape.length < FEWEST_DIGITS) return undefined;
  const end = from + shape.length;
  const after = text.charCodeAt(end);
  if ((isWordCharacter(after) && !isExtension(text, end)) || (isSeparator(after) && isDigit(text.charCodeAt(end + 1))))
    return undefined;
  const digits = shape.replaceAll(/\D/gu, '');
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || FICTION.test(digits)) return undefined;
  if (!isPhone(text, { start, shape, digits })) return undefined;
  return { kind: 'phone', start, end };
}

/** Whether another group may follow, at most two characters away. */
function goesOn(text: string, end: number): boolean {
  return isDigit(text.charCodeAt(end + 1)) || isDigit(text.charCodeAt(end + 2));
}

/** Only where a number begins: a plus, a parenthesis or the first of its groups. */
function startOf(text: string, digits: number): number | undefined {
  let start = digits;
  if (matchAt(AREA_CODE, text, start - 1) !== undefined) start -= 1;
  if (text.charCodeAt(start - 1) === 0x2b) start -= 1;
  const before = text.charCodeAt(start - 1);
  if (isWordCharacter(before) || before === 0x23 || before === 0x24) return undefined;
  const isPart =
    (isSeparator(before) || before === 0x2c || before === 0x3a) && isWordCharacter(text.charCodeAt(start - 2));
  if (!isPart) return start;
  // After a word and a space a number may begin; after a digit, or glued to a word, it goes on.
  return (before === 0x20 || before === 0xa0) && !isDigit(text.charCodeAt(start - 2))
    ? start
    : glued(text, { start, before });
}

/** "Tel:030 12345" and "+49" after anything are numbers still. */
function glued(
  text: string,
  { start, before }: { readonly start: number; readonly before: number },
): number | undefined {
  const isLabelled = before === 0x3a && !isDigit(text.charCodeAt(start - 2));
  return isLabelled || text.charCodeAt(start) === 0x2b ? start : undefined;
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2011 || (code >= 0x2d && code <= 0x2f);
}

/** `555-2671x123`: the extension is another number. */
function isExtension(text: string, end: number): boolean {
  return text.charCodeAt(end) === 0x78 && isDigit(text.charCodeAt(end + 1));
}

interface Shape {
  readonly start: number;
  readonly shape: string;
  readonly digits: string;
}

function isPhone(text: string, { start, shape, digits }: Shape): boolean {
  if (text.charCodeAt(start) === 0x2b) return isInternational(digits);
  if (DATE.test(shape)) return false;
  if (/^00[1-9]/u.test(digits) && isInternational(digits.slice(2)))
    return /(?:\D+\d+){2}/u.test(shape) || isAfter(CONTEXT, text, start);
  const hasShape =
    (NORTH_AMERICAN_SHAPE.test(shape) && NORTH_AMERICA.test(digits)) ||
    (NATIONAL_SHAPE.test(shape) && digits.length >= 9);
  if (hasShape) return !isOtherNumber(text, start) || isAfter(CONTEXT, text, start, 12);
  const hasLength = digits.length >= (/[ .\u00A0()/-]/u.test(shape) ? 7 : 8) && digits.length <= 13;
  return hasLength && isAfter(CONTEXT, text, start) && !isOtherNumber(text, start);
}

function isInternational(digits: string): boolean {
  const code = COUNTRY.exec(digits)?.[0];
  if (code === undefined || digits.length < 9) return false;
  return digits.startsWith('1') ? digits.length === 11 && NORTH_AMERICA.test(digits) : true;
}

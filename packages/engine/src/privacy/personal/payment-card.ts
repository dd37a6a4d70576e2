import type { TextRange } from '@dsgen/core';
import { endsAlone, isDigit, matchAt, startsAlone } from '../characters.ts';
import { countDifferent, digitsOf, passesLuhn } from '../check-digits.ts';
import { isOtherNumber } from '../context.ts';
import { lengths, type Detector, type Match } from '../detector.ts';

/** 4-4-4-4 and longer, American Express 4-6-5, Diners 4-6-4, or one run; one kind of separator throughout. */
const SHAPE =
  /\d{4}(?<gap>[ \u00A0-])(?:\d{4}\k<gap>\d{4}\k<gap>\d{4}(?:\k<gap>\d{3})?|\d{6}\k<gap>\d{4,5})|\d{13,19}/y;

/** Issuers by their first digits: Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, Maestro. */
const ISSUER =
  /^(?:4\d{12}(?:\d{3}){1,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|62\d{14,17}|(?:50|5[678]|6[37])\d{12,17})$/;

/** Numbers that payment providers publish for tests: four or fewer different digits, or these. */
const TEST_NUMBERS: ReadonlySet<string> = new Set([
  '378282246310005',
  '371449635398431',
  '378734493671000',
  '6011111111111117',
  '6011000990139424',
  '6011981111111113',
  '3530111333300000',
  '3566002020360505',
  '30569309025904',
  '3056930009020004',
  '36227206271667',
  '5105105105105100',
  '5200828282828210',
  '4000056655665556',
  '5555341244441115',
  '2223003122003222',
  '6205500000000000004',
  '4012888888881881',
  '4917610000000000',
  '4035501000000008',
  '4999999999999103',
  '5425233430109903',
  '2222420000001113',
  '4263970000005262',
]);

/** Payment card numbers with a known issuer and a right check digit. */
export const paymentCard: Detector = {
  name: 'payment-card',
  category: 'pii',
  trigger: { on: 'digits', lengths: [4, ...lengths(13, 19)] },
  verify,
};

function verify(text: string, { start }: TextRange): Match | undefined {
  if (!startsAlone(text, start)) return undefined;
  const shape = matchAt(SHAPE, text, start);
  if (shape === undefined || !endsAlone(text, start + shape.length) || isInGroups(text, start)) return undefined;
  const compact = shape.replaceAll(/\D/gu, '');
  if (!ISSUER.test(compact) || isTestNumber(compact) || !passesLuhn(digitsOf(compact))) return undefined;
  if (isOtherNumber(text, start)) return undefined;
  return { kind: 'payment-card', start, end: start + shape.length };
}

/** Digits and a space before: a part of an account number. */
function isInGroups(text: string, start: number): boolean {
  return (
    text.charCodeAt(start - 1) === 0x20 && isDigit(text.charCodeAt(start - 2)) && isDigit(text.charCodeAt(start - 3))
  );
}

function isTestNumber(compact: string): boolean {
  return countDifferent(compact) <= 4 || TEST_NUMBERS.has(compact) || /0{6}/u.test(compact);
}

import { countDifferent, digitsOf, passesLuhn } from '../../check-digits.ts';
import { defineId } from './define-id.ts';

/** Area 000, 666 and 900 up were never given, nor group 00 and serial 0000; the other two were printed in advertisements. */
const GIVEN = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;
const ADVERTISED = /^(?:078051120|219099999|123456789|987654321|111111111|222222222|333333333|123121234|12345\d{4})$/;

/** United States: Social Security number. It has no check digit. */
export const usSsn = defineId({
  kind: 'us-ssn',
  digits: [3, 9],
  shape: /\d{3}(?<gap>[ -])\d{2}\k<gap>\d{4}|\d{9}/y,
  isValid: (compact) => GIVEN.test(compact) && !ADVERTISED.test(compact),
  written: /-/,
  context: /\b(?:ssn|social security|social-security|taxpayer|tin)\b/iu,
});

/** United States: individual taxpayer identification number, of those without a Social Security number. */
export const usItin = defineId({
  kind: 'us-itin',
  digits: [3, 9],
  shape: /\d{3}(?<gap>[ -])\d{2}\k<gap>\d{4}|\d{9}/y,
  isValid: (compact) =>
    /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(compact) && !compact.startsWith('987654'),
  written: /-/,
  context: /\b(?:itin|taxpayer)\b/iu,
});

/** Canada: Social Insurance Number. */
export const canadaSin = defineId({
  kind: 'ca-sin',
  digits: [3, 9],
  shape: /\d{3}(?<gap>[ -])\d{3}\k<gap>\d{3}|\d{9}/y,
  isValid: (compact) => /^[1-79]/.test(compact) && passesLuhn(digitsOf(compact)) && countDifferent(compact) > 2,
  context: /\b(?:sin|social insurance|assurance sociale|nas)\b/iu,
});

const CURP = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

/** Mexico: Clave Única de Registro de Población. */
export const mexicoCurp = defineId({
  kind: 'mx-curp',
  digits: [6],
  lead: 4,
  shape: /[A-Z][AEIOUX][A-Z]{2}\d{6}[HM][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[\dA-Z]\d/y,
  isValid(compact) {
    let sum = 0;
    for (let index = 0; index < 17; index += 1) sum += CURP.indexOf(compact.charAt(index)) * (18 - index);
    return (10 - (sum % 10)) % 10 === Number(compact.at(-1));
  },
});

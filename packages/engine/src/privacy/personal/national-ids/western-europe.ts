import {
  countDifferent,
  digitsOf,
  isDay,
  numberAt,
  passesMod11And10,
  remainder,
  weightedSum,
} from '../../check-digits.ts';
import { defineId } from './define-id.ts';

/** Germany: Steuer-Identifikationsnummer. One digit of the first ten comes twice or thrice, and at least one not at all. */
export const germanySteuerId = defineId({
  kind: 'de-steuer-id',
  digits: [2, 11],
  shape: /[1-9]\d \d{3} \d{3} \d{3}|[1-9]\d{10}/y,
  isValid(compact) {
    const different = countDifferent(compact.slice(0, 10));
    return (different === 9 || different === 8) && passesMod11And10(digitsOf(compact));
  },
  written: / /,
  context: /(?:steuer|\bidnr|\bid-nr|\btin\b|\btax\b)/iu,
});

/** Netherlands: burgerservicenummer. */
export const netherlandsBsn = defineId({
  kind: 'nl-bsn',
  digits: [3, 4, 9],
  shape: /\d{4}\.\d{2}\.\d{3}|\d{3} \d{3} \d{3}|\d{9}/y,
  isValid: (compact) =>
    weightedSum(digitsOf(compact), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && countDifferent(compact) > 2,
  context: /\b(?:bsn|burgerservice(?:nummer)?|sofi(?:nummer)?|citizen service)\b/iu,
});

/** Belgium: rijksregisternummer, numéro national. Its check counts from 1900 or, with a 2 before it, from 2000. */
export const belgiumNational = defineId({
  kind: 'be-national-number',
  digits: [2, 11],
  shape: /\d{2}\.\d{2}\.\d{2}-\d{3}[.-]\d{2}|\d{11}/y,
  isValid(compact) {
    const body = compact.slice(0, 9);
    const check = numberAt(compact, 9);
    if (!isDay(numberAt(compact, 2), numberAt(compact, 4))) return false;
    return 97 - remainder(body, 97) === check || 97 - remainder(`2${body}`, 97) === check;
  },
  written: /\./,
  context:
    /\b(?:rijksregister(?:nummer)?|national(?: register)? number|registre national|numéro national|nrn|insz|niss)\b/iu,
});

/** France: numéro de sécurité sociale (NIR): sex, year, month, place, order, key. Corsica counts as 19 and 18. */
export const franceNir = defineId({
  kind: 'fr-nir',
  digits: [1, 5, 15],
  shape: /[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}/y,
  isValid(compact) {
    const body = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
    return 97 - remainder(body, 97) === numberAt(compact, 13);
  },
});

/** Switzerland: AHV number; country code 756 and a check digit like that of an EAN. */
export const switzerlandAhv = defineId({
  kind: 'ch-ahv',
  digits: [3, 13],
  shape: /756\.\d{4}\.\d{4}\.\d{2}|756\d{10}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const sum = weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    return (10 - (sum % 10)) % 10 === digits[12] && compact !== '7561234567897' && compact !== '7569217076985';
  },
});

/** Austria: Sozialversicherungsnummer; serial, check digit and date of birth. */
export const austriaSvnr = defineId({
  kind: 'at-svnr',
  digits: [4, 10],
  shape: /[1-9]\d{3} ?\d{6}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const check = weightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
    return check === digits[3] && isDay(numberAt(compact, 6), numberAt(compact, 4));
  },
  context: /(?:\bsvnr|\bsv-nr|sozialversicherung|\bsocial (?:insurance|security))/iu,
});

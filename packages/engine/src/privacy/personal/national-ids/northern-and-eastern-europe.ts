import { digitsOf, isDay, numberAt, passesLuhn, remainder, weightedSum } from '../../check-digits.ts';
import { defineId } from './define-id.ts';

/** Sweden: personnummer. Coordination numbers add 60 to the day. */
export const swedenPersonnummer = defineId({
  kind: 'se-personnummer',
  digits: [6, 8, 12],
  shape: /(?:19|20)?\d{6}[-+]\d{4}|(?:19|20)\d{10}/y,
  isValid(compact) {
    const short = compact.replace('+', '').slice(-10);
    const day = numberAt(short, 4);
    return isDay(numberAt(short, 2), day > 60 ? day - 60 : day) && passesLuhn(digitsOf(short));
  },
  written: /[-+]/,
  context: /\b(?:personnummer|samordningsnummer|personal (?:identity )?number)\b/iu,
});

const HETU = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Finland: henkilötunnus; the sign tells the century. */
export const finlandHetu = defineId({
  kind: 'fi-hetu',
  digits: [6],
  shape: /\d{6}[-+ABCDEFUVWXY]\d{3}[\dA-FHJ-NPR-Y]/y,
  isValid(compact) {
    const plain = compact.replace('+', '');
    const serial = plain.slice(-4, -1);
    const check = HETU.charAt(Number(compact.slice(0, 6) + serial) % 31);
    return isDay(numberAt(compact, 2), numberAt(compact, 0)) && check === compact.at(-1);
  },
});

/** Norway: fødselsnummer, with two check digits. */
export const norwayFodselsnummer = defineId({
  kind: 'no-fodselsnummer',
  digits: [6, 11],
  shape: /\d{6} ?\d{5}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const first = (11 - (weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
    const second = (11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    const day = numberAt(compact, 0);
    return first === digits[9] && second === digits[10] && isDay(numberAt(compact, 2), day > 40 ? day - 40 : day);
  },
});

/** Denmark: CPR number. Numbers given since 2007 have no check digit. */
export const denmarkCpr = defineId({
  kind: 'dk-cpr',
  digits: [6, 10],
  shape: /\d{6}-?\d{4}/y,
  isValid: (compact) => isDay(numberAt(compact, 2), numberAt(compact, 0)),
  context: /\bcpr(?:\b|-)/iu,
});

/** Poland: PESEL. The month tells the century. */
export const polandPesel = defineId({
  kind: 'pl-pesel',
  digits: [11],
  shape: /\d{11}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const check = (10 - (weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10;
    return check === digits[10] && isDay(numberAt(compact, 2) % 20, numberAt(compact, 4));
  },
  context: /\bpesel\b/iu,
});

/** Czechia and Slovakia: rodné číslo. Months of women count from 51. */
export const czechRodneCislo = defineId({
  kind: 'cz-rodne-cislo',
  digits: [6],
  shape: /\d{6}\/\d{4}/y,
  isValid: (compact) => remainder(compact, 11) === 0 && isDay((numberAt(compact, 2) % 50) % 20, numberAt(compact, 4)),
});

/** Romania: cod numeric personal. */
export const romaniaCnp = defineId({
  kind: 'ro-cnp',
  digits: [13],
  shape: /[1-8]\d{12}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const rest = weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    return (rest === 10 ? 1 : rest) === digits[12] && isDay(numberAt(compact, 3), numberAt(compact, 5));
  },
  context: /\b(?:cnp|cod numeric)\b/iu,
});

import { countDifferent, digitsOf, weightedSum } from '../../check-digits.ts';
import { defineId } from './define-id.ts';

/** Prefixes that are not given out, and the one of every example. */
const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ|QQ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?!123456)\d{6}[A-D]$/;

/** United Kingdom: National Insurance number. It has no check digit, but a form of its own. */
export const ukNino = defineId({
  kind: 'uk-nino',
  digits: [6],
  lead: 2,
  shape: /[A-Z]{2}\d{6}[A-D]/y,
  isValid: (compact) => NINO.test(compact),
});

/** The same in pairs, as on letters. */
export const ukNinoInPairs = defineId({
  kind: 'uk-nino',
  digits: [2],
  lead: 3,
  shape: /[A-Z]{2} \d{2} \d{2} \d{2} [A-D]/y,
  isValid: (compact) => NINO.test(compact),
});

/** England: NHS number. */
export const ukNhs = defineId({
  kind: 'uk-nhs',
  digits: [3, 10],
  shape: /\d{3}(?<gap>[ -])\d{3}\k<gap>\d{4}|\d{10}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const check = (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return check === digits[9] && countDifferent(compact) > 2;
  },
  context: /\b(?:nhs|patient|health service)\b/iu,
});

const PPS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Ireland: Personal Public Service number. */
export const irelandPps = defineId({
  kind: 'ie-pps',
  digits: [7],
  shape: /\d{7}[A-W][A-IW]?/y,
  isValid(compact) {
    const second = compact.charAt(8);
    const extra = second === '' || second === 'W' ? 0 : (second.charCodeAt(0) - 64) * 9;
    const sum = weightedSum(digitsOf(compact.slice(0, 7)), [8, 7, 6, 5, 4, 3, 2]) + extra;
    return PPS.charAt(sum % 23) === compact.charAt(7);
  },
  context: /\b(?:pps|ppsn|personal public service)\b/iu,
});

import {
  countDifferent,
  digitsOf,
  isDay,
  numberAt,
  passesLuhn,
  passesVerhoeff,
  weightedSum,
} from '../../check-digits.ts';
import { defineId } from './define-id.ts';

/** Brazil: Cadastro de Pessoas Físicas, with two check digits. */
export const brazilCpf = defineId({
  kind: 'br-cpf',
  digits: [3, 11],
  shape: /\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const first = ((weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
    const second = ((weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
    return first === digits[9] && second === digits[10] && countDifferent(compact) > 1 && compact !== '12345678909';
  },
  written: /-/,
  context: /\bcpf\b/iu,
});

/** India: Aadhaar. */
export const indiaAadhaar = defineId({
  kind: 'in-aadhaar',
  digits: [4, 12],
  shape: /[2-9]\d{3}(?<gap>[ -])\d{4}\k<gap>\d{4}|[2-9]\d{11}/y,
  isValid: (compact) => passesVerhoeff(digitsOf(compact)) && countDifferent(compact) > 2,
  context: /\b(?:aadhaar|aadhar|uidai|uid)\b/iu,
});

/** India: permanent account number. It has a form and no public check. */
export const indiaPan = defineId({
  kind: 'in-pan',
  digits: [4],
  lead: 5,
  shape: /[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]/y,
  isValid: (compact) => compact !== 'ABCDE1234F',
  context: /\b(?:pan|permanent account|income tax)\b/iu,
});

/** Australia: tax file number. */
export const australiaTfn = defineId({
  kind: 'au-tfn',
  digits: [3, 9],
  shape: /\d{3} \d{3} \d{3}|\d{9}/y,
  isValid: (compact) =>
    weightedSum(digitsOf(compact), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && countDifferent(compact) > 2,
  context: /\b(?:tfn|tax file)\b/iu,
});

/** South Africa: identity number. */
export const southAfricaId = defineId({
  kind: 'za-id',
  digits: [13],
  shape: /\d{10}[01]\d{2}/y,
  isValid: (compact) => isDay(numberAt(compact, 2), numberAt(compact, 4)) && passesLuhn(digitsOf(compact)),
  context: /\b(?:id|identity|identification)\b/iu,
});

/** China: resident identity number, with place, date of birth and a check of its own. */
export const chinaResidentId = defineId({
  kind: 'cn-resident-id',
  digits: [17, 18],
  shape: /[1-9]\d{5}(?:19|20)\d{9}[\dXx]/y,
  isValid(compact) {
    const sum = weightedSum(digitsOf(compact.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
    return (
      '10X98765432'.charAt(sum % 11) === compact.charAt(17).toUpperCase() &&
      isDay(numberAt(compact, 10), numberAt(compact, 12))
    );
  },
});

/** South Korea: resident registration number. Numbers given since October 2020 have no check digit. */
export const koreaRrn = defineId({
  kind: 'kr-rrn',
  digits: [6],
  shape: /\d{6}-[1-8]\d{6}/y,
  isValid: (compact) => isDay(numberAt(compact, 2), numberAt(compact, 4)),
});

/** Singapore: NRIC and FIN. */
export const singaporeNric = defineId({
  kind: 'sg-nric',
  digits: [7],
  lead: 1,
  shape: /[STFG]\d{7}[A-Z]/y,
  isValid(compact) {
    const series = compact.charAt(0);
    const sum = weightedSum(digitsOf(compact), [2, 7, 6, 5, 4, 3, 2]) + (series === 'T' || series === 'G' ? 4 : 0);
    const letters = series === 'S' || series === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK';
    return letters.charAt(sum % 11) === compact.charAt(8) && compact !== 'S1234567D';
  },
});

import { digitsOf, isDay, passesMod11And10, weightedSum } from '../../check-digits.ts';
import { defineId } from './define-id.ts';

const DNI = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain: DNI, eight digits and the letter that their remainder by 23 gives. */
export const spainDni = defineId({
  kind: 'es-dni',
  digits: [8],
  shape: /\d{8}[ -]?[A-HJ-NP-TV-Z]/y,
  isValid: (compact) =>
    DNI.charAt(Number(compact.slice(0, 8)) % 23) === compact.charAt(8) &&
    !/^(?:12345678|00000000|11111111|99999999)/.test(compact),
  written: /\d[A-Z]/,
  context: /\b(?:dni|nif|identidad)\b/iu,
});

/** Spain: NIE, of foreigners; X, Y and Z count as 0, 1 and 2. */
export const spainNie = defineId({
  kind: 'es-nie',
  digits: [7],
  lead: 1,
  shape: /[XYZ]\d{7}[A-HJ-NP-TV-Z]/y,
  isValid: (compact) =>
    DNI.charAt(Number('XYZ'.indexOf(compact.charAt(0)) + compact.slice(1, 8)) % 23) === compact.charAt(8) &&
    compact !== 'X1234567L',
});

/** Values of the characters at odd places of an Italian tax code. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Italy: codice fiscale. */
export const italyCodiceFiscale = defineId({
  kind: 'it-codice-fiscale',
  digits: [2],
  lead: 6,
  shape: /[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]/y,
  isValid(compact) {
    let sum = 0;
    for (let index = 0; index < 15; index += 1) {
      const value = Number.parseInt(compact.charAt(index), 36);
      const plain = value > 9 ? value - 10 : value;
      sum += index % 2 === 0 ? (ODD[plain] ?? 0) : plain;
    }
    return String.fromCharCode(65 + (sum % 26)) === compact.at(-1);
  },
});

/** Portugal: número de identificação fiscal. */
export const portugalNif = defineId({
  kind: 'pt-nif',
  digits: [3, 9],
  shape: /[1-35689]\d{2} ?\d{3} ?\d{3}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const rest = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest < 2 ? 0 : 11 - rest) === digits[8];
  },
  context: /\b(?:nif|contribuinte|identificação fiscal)\b/iu,
});

/** Croatia: osobni identifikacijski broj. */
export const croatiaOib = defineId({
  kind: 'hr-oib',
  digits: [11],
  shape: /\d{11}/y,
  isValid: (compact) => passesMod11And10(digitsOf(compact)),
  context: /\b(?:oib|osobni)\b/iu,
});

/** Bulgaria: единен граждански номер (EGN); months of 2000 up count from 41, of before 1900 from 21. */
export const bulgariaEgn = defineId({
  kind: 'bg-egn',
  digits: [10],
  shape: /\d{10}/y,
  isValid(compact) {
    const digits = digitsOf(compact);
    const month = Number(compact.slice(2, 4)) % 20;
    const check = (weightedSum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
    return check === digits[9] && isDay(month, Number(compact.slice(4, 6)));
  },
  context: /(?:\begn\b|ЕГН|гражданск)/iu,
});

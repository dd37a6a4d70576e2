/** The digits of a text as numbers; other characters are left out. */
export function digitsOf(text: string): number[] {
  const digits: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) digits.push(digit);
  }
  return digits;
}

/** How many of the ten digits occur: numbers of one or two are made up. */
export function countDifferent(text: string): number {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) seen |= 1 << (text.charCodeAt(index) - 48);
  let count = 0;
  for (let rest = seen; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Sum of each digit times its weight, over the digits that have a weight. */
export function weightedSum(digits: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) sum += (weights[index] ?? 0) * (digits[index] ?? 0);
  return sum;
}

/** Payment cards, Canadian, Swedish and South African numbers. */
export function passesLuhn(digits: readonly number[]): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const digit = digits[digits.length - place] ?? 0;
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A number too long for a double, modulo a small one. Letters count as A = 10 to Z = 35, as in IBANs. */
export function remainder(text: string, modulus: number): number {
  let value = 0;
  for (const character of text) {
    const digit = Number.parseInt(character, 36);
    value = (value * (digit > 9 ? 100 : 10) + digit) % modulus;
  }
  return value;
}

/** ISO 7064 MOD 11,10: German and Croatian tax numbers. The last digit is the check digit. */
export function passesMod11And10(digits: readonly number[]): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = ((digits[index] ?? 0) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === digits.at(-1);
}

/** Products of the dihedral group D5, row by row, and the permutations of the Verhoeff scheme. */
const PRODUCTS = digitsOf(
  '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210',
);
const PERMUTATIONS = digitsOf('01234567891576283094580379614289160435279453126870428657390127938064157046913258');

/** Indian identity numbers. */
export function passesVerhoeff(digits: readonly number[]): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits[digits.length - 1 - place] ?? 0;
    check = PRODUCTS[check * 10 + (PERMUTATIONS[(place % 8) * 10 + digit] ?? 0)] ?? 0;
  }
  return check === 0;
}

/** Whether `yy`, `mm` and `dd` can be a day; without a century 29 February always can. */
export function isDay(month: number, day: number): boolean {
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= longest;
}

/** Two or more digits at a place as a number. */
export function numberAt(text: string, at: number, length = 2): number {
  return Number(text.slice(at, at + length));
}

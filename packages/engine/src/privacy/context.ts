/** Characters before a value in which its name is looked for: a label, a column head or the words of a sentence. */
const REACH = 48;
const FIRST_LETTER = 'A'.charCodeAt(0);

/** Whether the words just before a place say what follows. The pattern is tested on that window only. */
export function isAfter(words: RegExp, text: string, at: number, reach = REACH): boolean {
  const from = Math.max(0, at - reach);
  return hasLetter(text, from, at) && words.test(text.slice(from, at));
}

/** Columns of bare numbers are common, and no words stand in them. */
function hasLetter(text: string, from: number, to: number): boolean {
  for (let index = to - 1; index >= from; index -= 1) if (text.charCodeAt(index) >= FIRST_LETTER) return true;
  return false;
}

/** Names of things that are numbered like phones, cards and ids, and are none. */
const OTHER_NUMBERS =
  /\b(?:orders?|parts?|items?|skus?|invoices?|models?|serial|isbn|issn|doi|tickets?|case|version|release|build|batch|lot|catalog(?:ue)?|article|product|tracking|reference|ref|commit|hash|uuid|guid|checksum|timestamp|epoch|port|asin|ean|upc|gtin|barcode|firmware|revision|rev|bug|issue|rfc|patent|standard|page|pages|figure|table|section|chapter|step)\b[^\n]{0,16}$/iu;

/** Whether the words just before a number name something that is not a person's. */
export function isOtherNumber(text: string, at: number): boolean {
  return isAfter(OTHER_NUMBERS, text, at, 28);
}

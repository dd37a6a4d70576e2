/** Characters before a value in which its name is looked for: a label, a column head or the words of a sentence. */
const REACH = 48;

/** Whether the words just before a place say what follows. The pattern is tested on that window only. */
export function isAfter(words: RegExp, text: string, at: number, reach = REACH): boolean {
  return words.test(text.slice(Math.max(0, at - reach), at));
}

/** Names of things that are numbered like phones, cards and ids, and are none. */
const OTHER_NUMBERS =
  /\b(?:orders?|parts?|items?|skus?|invoices?|models?|serial|isbn|issn|doi|tickets?|case|version|release|build|batch|lot|catalog(?:ue)?|article|product|tracking|reference|ref|commit|hash|uuid|guid|checksum|timestamp|epoch|port|asin|ean|upc|gtin|barcode|firmware|revision|rev|bug|issue|rfc|patent|standard|page|pages|figure|table|section|chapter|step)\b[^\n]{0,16}$/iu;

/** Whether the words just before a number name something that is not a person's. */
export function isOtherNumber(text: string, at: number): boolean {
  return isAfter(OTHER_NUMBERS, text, at, 28);
}

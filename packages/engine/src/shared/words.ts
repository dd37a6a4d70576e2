/**
 * What a UTF-16 code unit is to a word. A single is a word by itself; a joiner belongs to a word without being kept.
 */
const UNKNOWN = 0;
const SEPARATOR = 1;
const LETTER = 2;
const SINGLE = 3;
const JOINER = 4;

const LETTERS = /^[\p{L}\p{N}\p{M}]/u;

/**
 * Scripts that put no spaces between words: each character counts as a word there, so that shingles over words
 * keep their meaning in every language.
 */
const SPACELESS_SCRIPTS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Classes of code units, found when first met: several times as fast as a regular expression over every text. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

/**
 * The words of a text for comparing texts: compatibility-normalised, lower case, without punctuation, and with the
 * two halves of `don't` joined.
 *
 * @example
 * normaliseWords('Don’t panic: 2 × “Café”') // ['dont', 'panic', '2', 'café']
 */
export function normaliseWords(text: string): string[] {
  const words: string[] = [];
  const comparable = comparableText(text);
  visitWords(comparable, (start, end) => words.push(comparable.slice(start, end).replaceAll(/['’]/gu, '')));
  return words;
}

/** FNV-1a hashes (32 bits) of the same words, without making them. */
export function hashWords(text: string): number[] {
  const hashes: number[] = [];
  const comparable = comparableText(text);
  visitWords(comparable, (start, end) => {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index += 1) {
      const code = comparable.charCodeAt(index);
      if (classes[code] !== JOINER) hash = Math.imul(hash ^ code, 0x01000193);
    }
    hashes.push(hash >>> 0);
  });
  return hashes;
}

function comparableText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function visitWords(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isPair = code >= 0xd800 && code <= 0xdbff && (text.codePointAt(index) ?? 0) > 0xffff;
    const characterClass = isPair ? classify(text.slice(index, index + 2)) : classOf(code);
    if (characterClass === LETTER) {
      if (start === -1) start = index;
    } else if (characterClass !== JOINER) {
      if (start !== -1) visit(start, index);
      start = -1;
      if (characterClass === SINGLE) visit(index, index + (isPair ? 2 : 1));
    }
    if (isPair) index += 1;
  }
  if (start !== -1) visit(start, text.length);
}

function classOf(code: number): number {
  const known = classes[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function classify(character: string): number {
  if (character === "'" || character === '’') return JOINER;
  if (SPACELESS_SCRIPTS.test(character)) return SINGLE;
  return LETTERS.test(character) ? LETTER : SEPARATOR;
}

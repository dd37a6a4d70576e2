/**
 * Scripts that put no spaces between words: each character counts as a word there, so that shingles over words
 * keep their meaning in every language.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/**
 * The words of a text for comparing texts: compatibility-normalised, lower case, without punctuation, and with the
 * two halves of `don't` joined.
 *
 * @example
 * normaliseWords('Don’t panic: 2 × “Café”') // ['dont', 'panic', '2', 'café']
 */
export function normaliseWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(/['’]/g, '').match(WORD) ?? [];
}

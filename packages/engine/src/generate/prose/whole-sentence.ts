import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { isPointerSentence } from '../sections/pointers.ts';
import { opensDependently } from '../wording/reference.ts';

/** A statement of usual length that leans on no other and has lost nothing. */
export function isWholeSentence(text: string): boolean {
  const words = countWords(text);
  if (words < 8 || words > 35 || !/^[\p{Lu}`"“].*[.!]$/su.test(text)) return false;
  if (/[\n|*_#<>{}[\]]|https?:|\s[.,;]|\p{Ll}{3,}\. [\p{Lu}\d]/u.test(text.replaceAll(/`[^`]*`/gu, ''))) return false;
  if (count(text, '(') !== count(text, ')') || count(text, '“') !== count(text, '”') || count(text, '"') % 2 === 1)
    return false;
  return !opensDependently(text) && !isPointerSentence(text) && !leansBack(text);
}

/** "The latter", "these rules", "as shown above": the noun is in another sentence. */
function leansBack(text: string): boolean {
  const [first] = wordsOf(text);
  return (
    /\b(?:this|these|those|above|below|former|latter|following|previous|here|such|same|also|still|instead|again|too|it|its|they|them|their|section|chapter|page|figure|listing|table|example)\b/iu.test(
      text,
    ) ||
    /^the (?:first|second|third|fourth|last|next|other|rest|result)\b/iu.test(text) ||
    /^(?:he|she|one|both|another|some|most|all|each|what)$/u.test(first?.lower ?? '')
  );
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

import { isCommonWord } from '../../analyze/english/common-word.ts';
import { ORGANIZATIONS } from '../../analyze/entities/organizations.ts';
import { wordsOf } from '../../analyze/english/words.ts';

/** A capital inside, or a digit after letters: "SeaweedFS", "OAuth2". */
const SPELLED_APART = /\p{Ll}\p{Lu}|\p{L}{2}\p{N}/u;
const FEWEST_LETTERS = 4;

/**
 * Whether a text holds a word that means one thing wherever it is read: a name that is no other word of English, or code
 * that nothing else is likely to be called. "Router" and "the Sales Channel" are many things, "Logstash" is one.
 */
export function holdsUnmistakable(text: string): boolean {
  const codes = text.match(/`[^`]+`/gu) ?? [];
  return codes.some(isTellingCode) || wordsOf(withoutCode(text)).some(({ text: word }) => isName(word));
}

function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`/gu, ' ');
}

/** `OMP_NUM_THREADS` and `cargo install` tell; `T` and `drain` do not. */
function isTellingCode(code: string): boolean {
  const parts = code.match(/\p{L}+/gu) ?? [];
  return parts.length > 1 && /[_.:/<-]|\p{Ll}\p{Lu}| /u.test(code) && code.length > FEWEST_LETTERS * 2;
}

function isName(word: string): boolean {
  const bare = word.replace(/['’]s?$/u, '');
  if (ORGANIZATIONS.has(bare)) return true;
  if (bare.length < FEWEST_LETTERS || !/\p{Lu}/u.test(bare)) return false;
  if (SPELLED_APART.test(bare)) return true;
  return !bare.includes('-') && bare !== bare.toUpperCase() && !isCommonWord(bare);
}

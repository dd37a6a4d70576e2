import type { CaseCounts } from '../../analyze/casing.ts';
import { isCommonWord } from '../../analyze/english/common-word.ts';
import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { isNoName, isSubjectWord } from './subject-words.ts';
import type { TextSample } from '../wording/recase.ts';

const FEWEST_MENTIONS = 3;
const MOST_WORDS = 3;

/**
 * The name in a title that the text itself goes on to speak of: "Docling" in "OCR engines in Docling", "GOV.UK" in "How
 * assets work on GOV.UK". Undefined where the title only has common words, whatever their capitals.
 */
export function nameInTitle(
  title: string,
  { text }: TextSample,
  casing: ReadonlyMap<string, CaseCounts>,
): string | undefined {
  const words = title.split(/\s+/u).map((word) => word.replaceAll(/^[("'“‘[]+|(?:['’]s)?[)"'”’\],:;!?.]*$/gu, ''));
  const found: string[] = [];
  for (const [index, word] of words.entries()) {
    if (!isNameIn(word, casing) || (isCommonWord(word) && !isSpokenOf(text, word))) continue;
    // "Observatory" of "Fernhill Observatory" is half a name.
    const before = words[index - 1] ?? '';
    if (/^\p{Lu}/u.test(before) && !STOP_WORDS.has(before.toLowerCase()) && text.split(`${before} ${word}`).length > 2)
      continue;
    const name = longestName(text, words.slice(index, index + MOST_WORDS));
    const mentions = countMentions(text, name);
    if (mentions >= FEWEST_MENTIONS && !found.some((other) => other.includes(name))) found.push(name);
  }
  // "Knotter with Reefly" is about neither alone; a site or what the other is done "in" owns the page.
  return found.length < 2 ? found[0] : found.find((name) => isPlaceIn(title, name));
}

/** "How GOV.UK uses Sentry", "Sentry in Whitehall". */
function isPlaceIn(title: string, name: string): boolean {
  return /\.\p{L}/u.test(name) || [' in ', ' on ', ' at '].some((preposition) => title.endsWith(preposition + name));
}

/** "Amazon Web Services" rather than "Amazon", where the text speaks of it so. */
function longestName(text: string, words: readonly string[]): string {
  for (let length = words.length; length > 1; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const isName = words
      .slice(1, length)
      .every((word) => /^\p{Lu}\p{L}+$/u.test(word) && !STOP_WORDS.has(word.toLowerCase()));
    if (isName && text.split(name).length > FEWEST_MENTIONS) return name;
  }
  return words[0] ?? '';
}

/** Written with a capital, hardly ever without, and no acronym: those are parts of a trade more often than a product. */
function isNameIn(word: string, casing: ReadonlyMap<string, CaseCounts>): boolean {
  const lower = word.toLowerCase();
  if (!/^\p{Lu}[\p{L}\p{N}]*(?:\.\p{L}+)?$/u.test(word) || STOP_WORDS.has(lower) || !isSubjectWord(lower)) return false;
  if ((word === word.toUpperCase() && !word.includes('.')) || isNoName(word)) return false;
  const { lower: small = 0, upper = 0 } = casing.get(lower) ?? {};
  return small * 8 <= upper;
}

/** "in Rust", "with Slack": a common word with a capital is a name where the text puts it after a preposition, time and again. */
function isSpokenOf(text: string, word: string): boolean {
  return ['in', 'at', 'on', 'with', 'using'].some(
    (preposition) => text.split(new RegExp(`\\b${preposition} ${word}\\b(?! \\p{Lu})`, 'u')).length > 2,
  );
}

/** Mentions in the middle of a sentence. */
function countMentions(text: string, name: string): number {
  let mentions = 0;
  for (let at = text.indexOf(name); at !== -1 && mentions < 50; at = text.indexOf(name, at + name.length)) {
    const isWhole = !/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length));
    if (isWhole && /[\p{Ll}\p{N}],? $/u.test(text.slice(Math.max(0, at - 3), at))) mentions += 1;
  }
  return mentions;
}

import type { TextRange } from '@dsgen/core';
import { STOP_WORDS } from './word-classes.ts';

/** A word of a text with its place; hyphens, apostrophes and inner dots stay inside the word. */
export interface Word extends TextRange {
  readonly text: string;
  readonly lower: string;
}

const WORD = /[\p{L}\p{N}_]+(?:[’'.\-/+#][\p{L}\p{N}_]+)*[+#]*/gu;

/** Words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  // One pattern for all texts: it begins anew each time, as it ended at the end of the text before.
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [word] = match;
    words.push({ text: word, lower: lowerOf(word), start: match.index, end: match.index + word.length });
  }
  return words;
}

function lowerOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** Number of words as a reader counts them: runs between spaces that hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0) isInWord = false;
    else if (!isInWord && isWordCode(code)) {
      isInWord = true;
      count += 1;
    }
  }
  return count;
}

/** Letters and digits; beyond ASCII everything but punctuation and symbols of the Latin blocks counts as a letter. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code > 0xbf && (code < 0x2000 || code > 0x303f);
}

/**
 * A crude stem: enough to see that "requesting", "requests" and "requested" speak of one thing. It is used to compare,
 * never to write.
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const found = findStem(word);
  stems.set(word, found);
  return found;
}

/** Texts repeat their words, and every comparison asks for the stems of them all. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

function findStem(word: string): string {
  const lower = lowerOf(word).replace(/'s$/u, '');
  if (lower.length <= 4) return lower.replace(/s$/u, '').replace(/(?<=..)e$/u, '');
  const base = lower
    .replace(/(?:ations?|ating|ated|ates|ate)$/u, 'at')
    .replace(/(?:ies|ied|ying)$/u, 'y')
    .replace(/(?:ments?|ings?|ers?|ors?|ed|es|s)$/u, '');
  return base.replace(/([^aeiou])\1$/u, '$1').replace(/e$/u, '');
}

/** Stems of the words that carry a topic, in order and with repeats. */
export function contentStems(text: string): string[] {
  const found: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    const lower = lowerOf(word);
    if (!STOP_WORDS.has(lower)) found.push(stem(lower));
  }
  return found;
}

/** The share of `part`'s topic words that occur in `whole`; 1 when `part` has none. */
export function topicOverlap(part: string, whole: string): number {
  const wanted = new Set(contentStems(part));
  if (wanted.size === 0) return 1;
  const present = new Set(contentStems(whole));
  let hits = 0;
  for (const word of wanted) if (present.has(word)) hits += 1;
  return hits / wanted.size;
}

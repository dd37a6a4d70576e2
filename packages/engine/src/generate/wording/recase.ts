import type { ExtractedDocument } from '@dsgen/core';
import type { CaseCounts } from '../../analyze/casing.ts';
import { COORDINATORS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { isFunctionWord } from './phrases.ts';

/** The part of a document that is searched for how it writes a phrase. */
export interface TextSample {
  readonly text: string;
  readonly lower: string;
}

/** Characters searched at most, over all headings and per heading: each heading costs a few searches of the sample. */
const SEARCH_BUDGET = 200_000_000;
const MAX_SAMPLE = 200_000;
const MIN_SAMPLE = 20_000;

/** The beginning of the document; shorter the more headings there are, so that headings times text stays bounded. */
export function takeSample(document: ExtractedDocument, headings: number): TextSample {
  const length = Math.min(MAX_SAMPLE, Math.max(MIN_SAMPLE, Math.floor(SEARCH_BUDGET / (headings + 1))));
  const text = document.text.slice(0, length);
  return { text, lower: text.toLowerCase() };
}

/**
 * A heading as the document would write it in mid-sentence. The text decides: a phrase it has in lower case is lowered, one
 * it has in capitals inside a sentence is a name. Else each word goes by how the document writes it elsewhere; a word
 * found nowhere is lowered in longer headings and kept in short ones, where it is likely a name.
 */
export function recase({ text }: TextSample, casing: ReadonlyMap<string, CaseCounts>, heading: string): string {
  if (!/\p{Lu}/u.test(heading)) return heading;
  const lower = heading.toLowerCase();
  if (isShouted(heading) && countOf(text, ` ${heading}`) > 1) return heading;
  const isPlain = !heading.split(/\s+/u).some(isSpelledWithCapitals);
  const small = isPlain ? countOf(text, ` ${lower}`) : 0;
  // A name that is now and then written small is still a name: "Google Drive" among some "google drive".
  if (small > 0 && small > countOf(text, ` ${heading}`) * 2) return lower;
  if (isNameInText(text, heading) || isNameWithAcronym(heading)) return heading;
  const shouted = isShouted(heading)
    ? heading.replaceAll(/\p{Lu}[\p{Lu}\p{N}]+/gu, (word) => unshout(word, text))
    : heading;
  // Code is spelled as it is spelled; it says nothing of how the heading is written.
  const prose = shouted.replaceAll(/`[^`]*`/gu, (code) => ' '.repeat(code.length));
  const words = wordsOf(prose).filter((word) => !isFunctionWord(word.lower) && !COORDINATORS.has(word.lower));
  const known = words.filter((word) => (casing.get(word.lower)?.lower ?? 0) > 0).length;
  const hasCode = prose !== shouted;
  const titleCase =
    isTitleCase(words.map((word) => word.text)) ||
    (hasCode && words.length > 0 && words.every(({ text: word }) => /^\p{Lu}/u.test(word)));
  const lowersUnknown = words.length > 2 || known > 0 || !titleCase;
  const rule = { lowersUnknown, isAlone: words.length === 1 && !hasCode };
  if (!titleCase) return recaseOpening(shouted, (word) => recaseWord(word, casing, rule));
  const cased = shouted.replaceAll(
    /`[^`]*`|(?<![\p{L}\p{N}_./`-])\p{Lu}[\p{L}\p{N}_'’]*(?:-\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}_'’]|\.\p{L})/gu,
    (word) => (word.startsWith('`') ? word : recaseWord(word, casing, rule)),
  );
  return isHalfLoweredName(shouted, cased) ? shouted : lowerLoneOpening(keepNamesWhole(shouted, cased, text), casing);
}

/** In sentence case only the first word has its capital from its place; one that begins a name ("Slack channels", "House of Lords") keeps it. */
function recaseOpening(heading: string, recased: (word: string) => string): string {
  const first = /^\p{Lu}[\p{L}\p{N}_'’]*(?![\p{L}\p{N}_'’]|\.\p{L})/u.exec(heading)?.[0];
  if (first === undefined) return heading;
  const rest = heading.slice(first.length);
  const beginsName =
    /^ (?:(?:of|for|the|and) )?\p{Lu}\p{Ll}/u.test(rest) &&
    !first.endsWith('ing') &&
    !isFunctionWord(first.toLowerCase());
  return beginsName ? heading : recased(first) + rest;
}

function countOf(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) count += 1;
  return count;
}

/** Capitalised this many times as often as small within sentences, a word is a name. */
const NAME_RATIO = 6;

/** "Reasonable accommodations": one capital left at the head of a lowered phrase stays only for a word that is hardly ever written small. */
function lowerLoneOpening(cased: string, casing: ReadonlyMap<string, CaseCounts>): string {
  const first = /^(?<first>\p{Lu}\p{Ll}+) (?=\p{Ll})/u.exec(cased)?.groups?.['first'];
  const counts = casing.get(first?.toLowerCase() ?? '');
  const isWrittenSmall = counts !== undefined && counts.lower > 0 && counts.lower * NAME_RATIO >= counts.upper;
  return isWrittenSmall ? cased.charAt(0).toLowerCase() + cased.slice(1) : cased;
}

/** Where the text has "Acquisition Division" beyond this heading, a lowered "acquisition" before "Division" gets its capital back. */
function keepNamesWhole(original: string, cased: string, text: string): string {
  return cased.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}+ (?=\p{Lu}\p{Ll}+)/gu, (lowered, at: number) => {
    const pair =
      original.slice(at, at + lowered.length) + (/^\p{L}+/u.exec(original.slice(at + lowered.length))?.[0] ?? '');
    const first = text.indexOf(pair);
    const isName = /^\p{Lu}/u.test(pair) && first !== -1 && text.includes(pair, first + 1);
    return isName ? original.slice(at, at + lowered.length) : lowered;
  });
}

/** "Digital Council" with only its first word lowered would be neither name nor phrase: its head noun kept the capital. */
function isHalfLoweredName(original: string, cased: string): boolean {
  const plain = original.replace(/\s*\([^()]*\)$/u, '');
  const words = wordsOf(plain);
  const last = words.at(-1);
  const before = words.at(-2);
  if (
    last === undefined ||
    before === undefined ||
    before.lower.endsWith('ing') ||
    !/^\p{Lu}\p{Ll}/u.test(cased.slice(last.start))
  )
    return false;
  return /^\p{Lu}/u.test(before.text) && /^\p{Ll}/u.test(cased.slice(before.start));
}

/** A heading in capitals throughout, longer than an acronym. */
function isShouted(heading: string): boolean {
  const letters = heading.replaceAll(/[^\p{L}]/gu, '');
  return letters.length > 6 && letters === letters.toUpperCase();
}

/** "MAINTENANCE" to "Maintenance", but "CVS" as it is where the text only knows it so. */
function unshout(word: string, text: string): string {
  const title = word.charAt(0) + word.slice(1).toLowerCase();
  const isKnownLower = text.includes(` ${word.toLowerCase()}`) || text.includes(title);
  return isKnownLower || word.length > 5 ? title : word;
}

interface WordRule {
  readonly lowersUnknown: boolean;
  readonly isAlone: boolean;
}

function recaseWord(
  word: string,
  casing: ReadonlyMap<string, CaseCounts>,
  { lowersUnknown, isAlone }: WordRule,
): string {
  if (isSpelledWithCapitals(word)) return word;
  const lower = word.toLowerCase();
  if (isFunctionWord(lower)) return lower;
  const counts = casing.get(lower);
  // A word that is part of many names is still a common word when it is also written small.
  // A single word that is mostly capitalised is a name.
  const weight = isAlone ? 1 : 4;
  const isLowered = counts === undefined ? lowersUnknown : counts.lower * weight >= counts.upper;
  return isLowered ? lower : word;
}

/** Capitals or digits after the first letter, or "I": the word is written so for its own sake. */
function isSpelledWithCapitals(word: string): boolean {
  return /^I$|^I['’]/u.test(word) || /[\p{Lu}\p{N}_]/u.test(word.slice(1).replaceAll(/-\p{Lu}/gu, ''));
}

function isTitleCase(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** "Authority To Use (ATU) process": what is expanded is a name. */
function isNameWithAcronym(heading: string): boolean {
  const name = /^(?<name>[^()]{4,80}) \(\p{Lu}{2,8}s?\)/u.exec(heading)?.groups?.['name'];
  return (
    name !== undefined && isTitleCase(wordsOf(name).flatMap(({ text, lower }) => (isFunctionWord(lower) ? [] : [text])))
  );
}

/** Whether the heading, capitals and all, follows a lower-case word somewhere. */
function isNameInText(text: string, heading: string): boolean {
  // A gerund at its head, or sentence case: then it is a reference to the section by its heading, not a name.
  if (/^\S+ing\b/u.test(heading)) return false;
  if (
    !isTitleCase(
      wordsOf(heading)
        .filter(({ lower }) => !isFunctionWord(lower))
        .map((word) => word.text),
    )
  )
    return false;
  for (let at = text.indexOf(heading); at !== -1; at = text.indexOf(heading, at + heading.length)) {
    if (/\p{Ll},? $/u.test(text.slice(Math.max(0, at - 3), at))) return true;
  }
  return false;
}

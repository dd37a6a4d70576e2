import type { TextRange } from '@dsgen/core';
import { abbreviationsFor, type Abbreviations } from './abbreviations.ts';

/** The segmenter looks ahead without bound after "1. ", so it is given one window of the text at a time. */
const WINDOW = 4096;

/** Longest word looked at before a full stop. */
const LONGEST_ABBREVIATION = 12;

/**
 * Words that begin a sentence far more often than they follow an initial or "U.S.", so that "in the U.S. The law" is
 * two sentences and "the U.S. Government" stays one.
 */
const SENTENCE_STARTERS = new Set(
  'the this that these those it its he she they we you i in on at as a an if when while for from to by with after before but and or so however there here what which who how why our your their his her all some many most each no not once since although because'.split(
    ' ',
  ),
);

/**
 * The sentences of a text in order, without the white space around them. Breaks come from `Intl.Segmenter`; those after
 * abbreviations, initials, list numbers and closing quotes that go on in lower case are taken back. A line break always
 * ends a sentence.
 *
 * @param language ISO 639-1 code; `und` and unknown codes are treated like English.
 */
export function splitSentences(text: string, language: string): TextRange[] {
  const abbreviations = abbreviationsFor(language);
  const sentences: TextRange[] = [];
  let start: number | undefined;
  for (const segment of segments(text, segmenterFor(language))) {
    start ??= segment.start;
    if (continues(text, segment, abbreviations)) continue;
    pushTrimmed(sentences, text, { start, end: segment.end });
    start = undefined;
  }
  if (start !== undefined) pushTrimmed(sentences, text, { start, end: text.length });
  return sentences;
}

/** The segmenter's own segments. The last one of a window may be cut short, so the next window starts with it. */
function* segments(text: string, segmenter: Intl.Segmenter): Generator<TextRange> {
  let windowStart = 0;
  let windowLength = WINDOW;
  while (windowStart < text.length) {
    const windowEnd = Math.min(text.length, windowStart + windowLength);
    const starts: number[] = [];
    for (const { index } of segmenter.segment(text.slice(windowStart, windowEnd))) starts.push(windowStart + index);
    const isLastWindow = windowEnd === text.length;
    if (starts.length < 2 && !isLastWindow) {
      windowLength *= 2;
      continue;
    }
    if (isLastWindow) starts.push(windowEnd);
    for (const [index, end] of starts.slice(1).entries()) yield { start: starts[index] ?? windowStart, end };
    windowStart = starts.at(-1) ?? windowEnd;
    windowLength = WINDOW;
  }
}

/** Whether the sentence goes on after this segment. */
function continues(text: string, segment: TextRange, abbreviations: Abbreviations): boolean {
  let end = segment.end;
  while (end > segment.start && isSpace(text.charCodeAt(end - 1))) {
    if (isLineBreak(text.charCodeAt(end - 1))) return false;
    end -= 1;
  }
  const next = text.slice(segment.end, segment.end + 24);
  if (end === segment.start || next === '') return false;
  const closing = text[end - 1] ?? '';
  if (closing !== '.') return /["'”’»)\]]/.test(closing) && /^\p{Ll}/u.test(next);
  const before = text.slice(Math.max(segment.start, end - 1 - LONGEST_ABBREVIATION), end - 1);
  return isListNumber(text.slice(segment.start, end)) || isAbbreviation(before, next, abbreviations);
}

function isAbbreviation(before: string, next: string, abbreviations: Abbreviations): boolean {
  const word = /[\p{L}\p{M}§º][\p{L}\p{M}.º-]*$/u.exec(before)?.[0] ?? '';
  const lower = word.toLowerCase();
  if (abbreviations.always.has(lower)) return true;
  if (abbreviations.beforeNumber.has(lower)) return /^\p{N}/u.test(next);
  const isInitials = /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
  const nextWord = /^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? '';
  return isInitials && /^\p{Lu}/u.test(nextWord) && !SENTENCE_STARTERS.has(nextWord.toLowerCase());
}

/** "1." or "(a)." alone: the number of the item whose text follows. */
function isListNumber(segment: string): boolean {
  return segment.length <= 6 && /^\(?(?:\d{1,3}|\p{L})\)?\.$/u.test(segment.trimStart());
}

function pushTrimmed(sentences: TextRange[], text: string, range: TextRange): void {
  let { start, end } = range;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (start < end) sentences.push({ start, end });
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || isLineBreak(code);
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Making a segmenter costs milliseconds, so each language's is kept. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    const isKnown = /^[a-z]{2,3}$/.test(language) && language !== 'und';
    segmenter = new Intl.Segmenter(isKnown ? language : 'en', { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

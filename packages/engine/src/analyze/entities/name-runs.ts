import type { TextRange } from '@dsgen/core';

export interface NameWord extends TextRange {
  readonly text: string;
}

/** Capitalised words with nothing but spaces between them. */
export interface NameRun extends TextRange {
  readonly words: readonly NameWord[];
  /** The first word begins a sentence, a quotation or a list item: its capital may say nothing. */
  readonly opensSentence: boolean;
}

const WORD =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}\.(?=[ \p{Lu}])(?:\p{Lu}\.)*|\p{Lu}[\p{L}\p{N}]*(?:[&'’-][\p{L}\p{N}]+)*(?:(?<=\b(?:Dr|Mr|Mrs|Ms|Prof|St|Inc|Corp|Ltd|Co))\.)?)/gu;

const OPENS = /(?:^|[.!?:;…]["”’)]?\s+|[\n("“‘]\s*|[-–—*]\s+)$/u;

/** The runs of a text in order. */
export function* nameRuns(text: string): Generator<NameRun> {
  let words: NameWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = withoutPossessive({ text: match[0], start: match.index, end: match.index + match[0].length });
    const last = words.at(-1);
    if (last !== undefined && text.slice(last.end, word.start) !== ' ') {
      yield toRun(text, words);
      words = [];
    }
    words.push(word);
  }
  if (words.length > 0) yield toRun(text, words);
}

function withoutPossessive({ text, start, end }: NameWord): NameWord {
  const bare = text.replace(/['’]s?$/u, '');
  return { text: bare, start, end: end - (text.length - bare.length) };
}

function toRun(text: string, words: readonly NameWord[]): NameRun {
  const start = words[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 6), start);
  // An initial or a title before it is no end of a sentence.
  return { words, start, end: words.at(-1)?.end ?? start, opensSentence: start === 0 || OPENS.test(before) };
}

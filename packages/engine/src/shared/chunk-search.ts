import type { Chunk, ExtractedDocument, TextRange } from '@dsgen/core';
import { STOP_WORDS } from '../analyze/english/word-classes.ts';

/** A heading's words count as many times as words of the text below it: it says what the text is about. */
const HEADING_WEIGHT = 8;
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** Larger documents are not searched: an index of them costs more than it tells. */
const MOST_CHARACTERS = 4_000_000;

interface Posting {
  readonly chunk: number;
  weight: number;
}

/** Full-text search (BM25) over the chunks of one document, as a search engine would index them. Built at the first search. */
export class ChunkSearch {
  readonly #document: ExtractedDocument;
  readonly #chunks: readonly Chunk[];
  readonly #lengths: number[] = [];
  #postings: Map<string, Posting[]> | undefined;
  #averageLength = 1;

  constructor(document: ExtractedDocument, chunks: readonly Chunk[]) {
    this.#document = document;
    this.#chunks = chunks;
  }

  /**
   * Whether a search for a question finds a chunk that holds one of the ranges, and no other chunk before it. True
   * where there is nothing to choose from.
   */
  finds(question: string, ranges: readonly TextRange[]): boolean {
    if (this.#chunks.length < 2 || this.#document.text.length > MOST_CHARACTERS) return true;
    const scores = this.#score(question);
    const best = Math.max(0, ...scores.values());
    if (best === 0) return false;
    return this.#chunks.some(
      (chunk, index) =>
        (scores.get(index) ?? 0) >= best && ranges.some(({ start, end }) => start < chunk.end && end > chunk.start),
    );
  }

  #score(question: string): ReadonlyMap<number, number> {
    const postings = (this.#postings ??= this.#index());
    const scores = new Map<number, number>();
    for (const word of searchWords(question)) {
      const found = postings.get(word) ?? [];
      const rarity = Math.log(1 + (this.#chunks.length - found.length + 0.5) / (found.length + 0.5));
      for (const { chunk, weight } of found) {
        const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * (this.#lengths[chunk] ?? 0)) / this.#averageLength;
        const score = (rarity * weight * (SATURATION + 1)) / (weight + SATURATION * length);
        scores.set(chunk, (scores.get(chunk) ?? 0) + score);
      }
    }
    return scores;
  }

  #index(): Map<string, Posting[]> {
    const postings = new Map<string, Posting[]>();
    for (const [chunk, { headingPath, start, end }] of this.#chunks.entries()) {
      const headings = allWords([this.#document.title ?? '', ...headingPath].join(' '));
      const body = allWords(this.#document.text.slice(start, end));
      this.#lengths.push(headings.length + body.length);
      for (const word of headings) add(postings, word, { chunk, weight: HEADING_WEIGHT });
      for (const word of body) add(postings, word, { chunk, weight: 1 });
    }
    this.#averageLength = this.#lengths.reduce((sum, length) => sum + length, 0) / this.#chunks.length;
    return postings;
  }
}

function add(postings: Map<string, Posting[]>, word: string, { chunk, weight }: Posting): void {
  const found = postings.get(word);
  if (found === undefined) postings.set(word, [{ chunk, weight }]);
  else {
    const last = found.at(-1);
    if (last?.chunk === chunk) last.weight += weight;
    else found.push({ chunk, weight });
  }
}

function allWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words a question is searched by: those that carry meaning, or all where none does. */
function searchWords(question: string): ReadonlySet<string> {
  const words = allWords(question);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

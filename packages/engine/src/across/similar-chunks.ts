/** A chunk that was added, and how similar it is to another: 0 to 1. */
export interface SimilarChunk<Label> {
  readonly label: Label;
  readonly similarity: number;
}

interface KnownChunk<Label> {
  readonly label: Label;
  readonly words: Uint32Array;
}

/** Chunks that are remembered: what bounds the memory, at some 8 kB each. Those that came last stay. */
const MOST_CHUNKS = 8192;
/** Others are found by the rarest words of a chunk: so many of them, and none that more chunks than this have. */
const MOST_WORDS = 16;
const MOST_WITH_WORD = 32;
/** Fewer words in common are chance. */
const FEWEST_SHARED = 5;

/** Remembers chunks by their words and finds those that have rare words in common with another. */
export class SimilarChunks<Label> {
  readonly #chunks = new Map<number, KnownChunk<Label>>();
  /** Places of the chunks that have a word, in order. */
  readonly #places = new Map<number, number[]>();
  #next = 0;

  /** In the order in which they were added. */
  find(words: Uint32Array): Array<SimilarChunk<Label>> {
    const own = new Set(words);
    const weight = this.#weigh(words);
    const places = new Set(this.#rarest(words).flatMap((word) => this.#places.get(word) ?? []));
    return [...places]
      .toSorted((left, right) => left - right)
      .flatMap((place): Array<SimilarChunk<Label>> => {
        const other = this.#chunks.get(place);
        const shared = other?.words.filter((word) => own.has(word)) ?? new Uint32Array();
        if (other === undefined || shared.length < FEWEST_SHARED) return [];
        const similarity = this.#weigh(shared) / Math.sqrt(weight * this.#weigh(other.words));
        return [{ label: other.label, similarity }];
      });
  }

  add(label: Label, words: Uint32Array): void {
    const place = this.#next;
    this.#next += 1;
    this.#chunks.set(place, { label, words });
    for (const word of words) {
      const places = this.#places.get(word);
      if (places === undefined) this.#places.set(word, [place]);
      else places.push(place);
    }
    this.#forget(place - MOST_CHUNKS);
  }

  #rarest(words: Uint32Array): number[] {
    return Array.from(words, (word) => ({ word, count: this.#countWith(word) }))
      .filter(({ count }) => count > 0 && count <= MOST_WITH_WORD)
      .toSorted((left, right) => left.count - right.count || left.word - right.word)
      .slice(0, MOST_WORDS)
      .map(({ word }) => word);
  }

  #countWith(word: number): number {
    return this.#places.get(word)?.length ?? 0;
  }

  /** Squares of the inverse document frequencies. */
  #weigh(words: Uint32Array): number {
    let sum = 0;
    for (const word of words) sum += Math.log(1 + this.#chunks.size / (1 + this.#countWith(word))) ** 2;
    return sum;
  }

  /** It is the oldest, so it comes first wherever it is. */
  #forget(place: number): void {
    for (const word of this.#chunks.get(place)?.words ?? []) {
      const places = this.#places.get(word);
      if (places !== undefined && places.length > 1) places.shift();
      else this.#places.delete(word);
    }
    this.#chunks.delete(place);
  }
}

import { isNear } from '../synonyms.ts';
import type { MeaningWord } from './meaning-words.ts';

/** All that a text says, to look words of an answer up in. */
export class KnownWords {
  readonly #meanings: ReadonlySet<string>;
  readonly #own = new Set<string>();
  readonly #broader = new Set<string>();

  constructor(words: readonly MeaningWord[]) {
    this.#meanings = new Set(words.flatMap(({ meaning, stem }) => [meaning, stem]));
    for (const { senses } of words) {
      for (const sense of senses.own) this.#own.add(sense);
      for (const sense of senses.broader) this.#broader.add(sense);
    }
  }

  /** Whether the text has the word, a form of it, or a word that means the same or something a step broader or narrower. */
  has(word: MeaningWord): boolean {
    const { meaning, stem } = word;
    if (this.#meanings.has(meaning) || this.#meanings.has(stem) || isNear(stem, this.#meanings)) return true;
    for (const sense of word.senses.own) if (this.#own.has(sense)) return true;
    for (const sense of word.senses.own) if (this.#broader.has(sense)) return true;
    // A thing of a kind that the source names is more than the source says; a way of doing it is not.
    return !word.senses.isNoun && this.#hasKindOf(word);
  }

  /** The same, and also a thing of a kind that the text names. */
  hasLike(word: MeaningWord): boolean {
    return this.has(word) || this.#hasKindOf(word);
  }

  #hasKindOf({ senses }: MeaningWord): boolean {
    for (const sense of senses.broader) if (this.#own.has(sense)) return true;
    return false;
  }
}

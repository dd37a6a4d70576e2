import { isFunctionWord } from '../generate/wording/phrases.ts';
import { hashWords, normaliseWords } from '../shared/words.ts';

const SHORTEST_WORD = 4;
/** What bounds the memory of a chunk; those of the default size have about half as many. */
const MOST_WORDS = 256;

/** Hashes of the words that may tell what a text is about, each once. Plurals count as their singular. */
export function chunkWords(text: string): Uint32Array {
  const telling = normaliseWords(text)
    .filter((word) => word.length >= SHORTEST_WORD && /\p{L}/u.test(word) && !isFunctionWord(word))
    .map((word) => word.replace(/s$/u, ''));
  return new Uint32Array([...new Set(hashWords(telling.join(' ')))].slice(0, MOST_WORDS));
}

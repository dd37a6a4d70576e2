import { contentStems } from './english/words.ts';

/** Sentences compared at most: a section longer than this is judged by its first sentences only, the rest get 0. */
const MAX_COMPARED = 200;

/**
 * How central each sentence is to the others, 0 to 1: the sum over its distinct topic words of the share of the
 * other sentences that hold the word, divided by the best sum. Linear in words, where pairwise similarity is quadratic.
 */
export function sentenceCentrality(sentences: readonly string[]): number[] {
  const bags = sentences.slice(0, MAX_COMPARED).map((sentence) => new Set(contentStems(sentence)));
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of bag) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const raw = bags.map((bag) => {
    if (bag.size === 0) return 0;
    let shared = 0;
    for (const word of bag) shared += (frequency.get(word) ?? 1) - 1;
    return shared / Math.sqrt(bag.size + 3);
  });
  const best = Math.max(0, ...raw);
  return sentences.map((_, index) => (best === 0 ? 0 : (raw[index] ?? 0) / best));
}

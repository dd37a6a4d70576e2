import type { NearTexts } from '@dsgen/formats';
import { minhash } from '../shared/minhash.ts';
import { hashWords } from '../shared/words.ts';
import { NearIndex } from './near-index.ts';

export interface NearTextsOptions {
  /** Share of three-word shingles that texts have in common, from 0.5 to 1. Default 0.8. */
  readonly similarity?: number;
}

/**
 * Finds texts that share most of their words with an earlier one, as candidates of a corpus are compared: MinHash and
 * locality-sensitive hashing, about 300 bytes a text. Texts without a word are near nothing.
 *
 * @example
 * const near = nearTexts();
 * near.findAndAdd('The cat sat on the mat by the door.'); // undefined
 * near.findAndAdd('the cat sat on the mat, by the door'); // 0
 */
export function nearTexts({ similarity = 0.8 }: NearTextsOptions = {}): NearTexts {
  const index = new NearIndex();
  /** The number of the call for each entry of the index. */
  const calls: number[] = [];
  let call = 0;
  return {
    findAndAdd(text) {
      const current = call;
      call += 1;
      if (hashWords(text).length === 0) return undefined;
      const signature = minhash(text);
      const earliest = index.findEarliest(signature, similarity);
      index.add(signature);
      calls.push(current);
      return earliest === undefined ? undefined : calls[earliest.index];
    },
  };
}

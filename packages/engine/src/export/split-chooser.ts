import { SPLITS, type Split, type SplitOptions } from '@dsgen/core';
import { decodeSignature } from '../shared/minhash.ts';
import { seededFraction } from '../shared/random.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { NearIndex } from './near-index.ts';

/** Documents this similar share a split, whatever the recipe says of records: a leak is never wanted. */
const SAME_SPLIT_SIMILARITY = 0.8;

/**
 * Gives each document its split, in corpus order: that of the earliest document it is near, else one by the hash of its
 * content and the seed. The first document with something to train on goes to train, so that a small corpus never loses
 * its training data.
 */
export class SplitChooser {
  readonly #shares: SplitOptions;
  readonly #seed: number;
  readonly #near = new NearIndex();
  readonly #splits: Split[] = [];
  #hasTrain: boolean;

  constructor(shares: SplitOptions, seed: number) {
    this.#shares = shares;
    this.#seed = seed;
    this.#hasTrain = shares.train === 0;
  }

  /** The split of the next document. */
  choose({ documentId, signature, candidates }: ProcessedDocument): Split {
    const values = decodeSignature(signature);
    const near = this.#near.findEarliest(values, SAME_SPLIT_SIMILARITY);
    const own = near === undefined ? undefined : this.#splits[near.index];
    const split = own ?? (this.#hasTrain ? this.#byHash(documentId) : 'train');
    this.#near.add(values);
    this.#splits.push(split);
    if (split === 'train' && candidates.some(({ verdict }) => verdict.accepted)) this.#hasTrain = true;
    return split;
  }

  #byHash(documentId: string): Split {
    const fraction = seededFraction(`split:${documentId}`, this.#seed);
    let sum = 0;
    for (const split of SPLITS) {
      sum += this.#shares[split];
      if (fraction < sum) return split;
    }
    // Shares that sum to a little less than 1 leave a gap no wider than rounding; the last share that is not 0 takes it.
    return SPLITS.findLast((split) => this.#shares[split] > 0) ?? 'train';
  }
}

import type { Scorer } from '@dsgen/core';

/** A scorer that is ready to be asked, with what it holds. */
export interface OpenScorer {
  readonly score: Scorer;
  close(): Promise<void> | void;
}

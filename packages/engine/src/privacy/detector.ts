import type { TextRange } from '@dsgen/core';
import type { SensitiveCategory } from './sensitive-span.ts';

/**
 * What the one pass over a text stops at. Every detector waits for such a place and then looks at a window of bounded
 * size around it, so no text, however hostile, costs more than linear time.
 */
export type Trigger =
  /** A run of ASCII digits of one of these lengths, at most 32. */
  | { readonly on: 'digits'; readonly lengths: readonly number[] }
  | { readonly on: 'sign'; readonly sign: '@' | ':' | '-' }
  /** A run of at least 16 characters of `A–Z a–z 0–9 _ -`. */
  | { readonly on: 'token' }
  /** Matches of a global pattern, which must be a plain alternation of words. */
  | { readonly on: 'words'; readonly words: RegExp };

/** A place that a detector is sure of. */
export interface Match extends TextRange {
  readonly kind: string;
}

/** Finds one kind of sensitive data, or a family of kinds that are written alike. */
export interface Detector {
  readonly name: string;
  readonly category: SensitiveCategory;
  readonly trigger: Trigger;
  /** What is at the place the pass stopped at; undefined when it is nothing sensitive. */
  verify(text: string, at: TextRange): Match | undefined;
}

/** Every length from the one to the other. */
export function lengths(fewest: number, most: number): number[] {
  return Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index);
}

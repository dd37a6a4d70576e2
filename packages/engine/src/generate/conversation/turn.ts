import type { TextRange } from '@dsgen/core';
import type { Exchange, Piece } from '../pattern.ts';

/** A question about a passage, which may open a talk or come later in it. */
export interface Turn extends Exchange {
  /** What is asked for: a talk has two kinds at least. */
  readonly kind: string;
  /** Where the passage answers it. */
  readonly at: number;
  /** The question as the first of a talk, with the passage below it. */
  readonly opening: string;
  /** What may be asked of the answer right after it. */
  readonly after?: Exchange | undefined;
}

export function rangesOf(pieces: readonly Piece[]): readonly TextRange[] {
  return pieces.filter((piece) => typeof piece !== 'string');
}

export function firstOf(pieces: readonly Piece[]): TextRange | undefined {
  return rangesOf(pieces)[0];
}

import type { Alignment } from './copies/align.ts';

/** A sentence and what is said to support it. */
export interface Claim {
  readonly statement: string;
  /** Sentences of the source that the statement cites. */
  readonly evidence: readonly string[];
  /** Titles and headings around the evidence: words may come from there, numbers too. */
  readonly context: readonly string[];
}

export const FINDING_KINDS = ['number', 'unit', 'bound', 'name', 'negation', 'opposite', 'addition'] as const;

/** Why a statement does not follow from its evidence. */
export interface GroundingFinding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** One sentence, with the words in question. */
  readonly detail: string;
}

/** One question asked of every claim; undefined when it passes. */
export type ClaimCheck = (claim: PreparedClaim) => GroundingFinding | undefined;

/** A claim with what several checks look at. */
export interface PreparedClaim extends Claim {
  /** The evidence that shares most with the statement; the only one where there is one. */
  readonly nearest: string;
  /** The statement lined up with each sentence of the evidence, the closest first; rows of tables are none. */
  readonly alignments: readonly Alignment[];
  /** The first of them. */
  readonly closest: Alignment | undefined;
  /** How much a sentence shares with the statement. */
  weigh(this: void, sentence: string): number;
  /** Evidence and context as one text. */
  readonly everything: string;
}

import type { ModelPrice } from './backend.ts';

/** A guess between its bounds. */
export interface Estimate {
  /** Short answers. */
  readonly low: number;
  readonly likely: number;
  /** Every answer as long as the recipe allows. */
  readonly high: number;
}

/** What the calls of one prompt, or all of them, come to. */
export interface CallsEstimate {
  /** Name of the prompt; `judge` for the judge, `all` for the sum. */
  readonly purpose: string;
  readonly calls: Estimate;
  readonly inputTokens: Estimate;
  readonly outputTokens: Estimate;
  /** US dollars; absent where the price is unknown. */
  readonly costUsd?: Estimate;
  /** Milliseconds by the clock, when these calls have the model for themselves. */
  readonly ms: Estimate;
}

/** What the model of a recipe will cost over a corpus, from the calls that a sample of its documents would make. */
export interface ModelEstimate {
  /** `provider/name`. */
  readonly model: string;
  readonly price?: ModelPrice;
  /** Day of the price list; absent when the price was given or is unknown. */
  readonly pricesAsOf?: string;
  readonly sampledDocuments: number;
  readonly documents: number;
  readonly prompts: readonly CallsEstimate[];
  readonly total: CallsEstimate;
}

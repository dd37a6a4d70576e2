/** How a wrong answer of the labelled set is wrong. */
export const FLAWS = ['number', 'name', 'negation', 'addition', 'elsewhere'] as const;
export type Flaw = (typeof FLAWS)[number];

/**
 * What a document says in one place, with answers that it supports and answers that are subtly wrong: another number,
 * another name, a turned negation, something added, or right by another document.
 */
export interface LabelledFact {
  /** Document of `examples/handbook`, or `labelled/` and the name of a document that stands only here. */
  readonly path: string;
  /** Title and heading above the evidence. */
  readonly context: readonly string[];
  /** Sentences of the document, word for word. */
  readonly evidence: readonly string[];
  readonly question: string;
  readonly right: readonly string[];
  readonly wrong: { readonly [Kind in Flaw]?: readonly string[] };
}

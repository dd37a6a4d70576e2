import { ExtractError } from '@dsgen/core';

/** Counts the characters a document gives while it is read, so that repeated or shared content cannot grow without end. */
export class TextBudget {
  readonly #maxTextLength: number;
  #used = 0;

  constructor(maxTextLength: number) {
    this.#maxTextLength = maxTextLength;
  }

  /** @throws ExtractError `output-too-large` when the document's total passes the limit */
  take(length: number): void {
    this.#used += length;
    if (this.#used > this.#maxTextLength) {
      throw new ExtractError('output-too-large', `The document gives more than ${this.#maxTextLength} characters.`);
    }
  }
}

import type { ModelSums } from '@dsgen/core';
import type { ModelCall } from '../write/model-call.ts';

/** Adds up tokens and cost of calls. */
export class ModelSumsCounter {
  #calls = 0;
  #inputTokens = 0;
  #outputTokens = 0;
  /** Undefined once a call was counted whose price is unknown. */
  #cost: number | undefined = 0;

  add(calls: readonly ModelCall[] = []): void {
    for (const { usage, cost, state } of calls) {
      if (state === 'withheld') continue;
      this.#calls += 1;
      this.#inputTokens += usage?.inputTokens ?? 0;
      this.#outputTokens += usage?.outputTokens ?? 0;
      if (usage !== undefined && cost === undefined) this.#cost = undefined;
      if (this.#cost !== undefined) this.#cost += cost ?? 0;
    }
  }

  /** Undefined when there were none. */
  sums(records: number): ModelSums | undefined {
    if (this.#calls === 0) return undefined;
    const cost = this.#cost === undefined ? undefined : round(this.#cost);
    return {
      inputTokens: this.#inputTokens,
      outputTokens: this.#outputTokens,
      ...(cost === undefined ? {} : { cost, ...(records === 0 ? {} : { costPerRecord: round(cost / records) }) }),
    };
  }
}

/** To a millionth of a dollar, so that the order of addition does not show. */
function round(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}

import type { ModelState, TokenUsage } from '../model-client.ts';

/** What a client did so far: for progress, reports and the account of money. */
export interface ModelTotals {
  /** Calls that ended, by how. */
  readonly states: { readonly [State in ModelState]?: number };
  /** Calls by prompt, ended or not answered. */
  readonly purposes: Readonly<Record<string, number>>;
  /** Of all calls, those whose answer was kept from earlier. */
  readonly cached: number;
  /** Requests that were sent, attempts after the first included. */
  readonly attempts: number;
  /** Tokens of the answers that were sent for. */
  readonly usage: TokenUsage;
  /** US dollars for the answers that were sent for, in earlier runs of the job as well; 0 where the price is unknown. */
  readonly spentUsd: number;
  /** US dollars that failed attempts may have cost beside that, at most. */
  readonly atRiskUsd: number;
}

/** Adds up; its size does not depend on the number of calls. */
export class CallCounter {
  readonly #states: Partial<Record<ModelState, number>> = {};
  readonly #purposes: Record<string, number> = {};
  #cached = 0;
  #attempts = 0;
  #inputTokens = 0;
  #outputTokens = 0;

  attempted(): void {
    this.#attempts += 1;
  }

  paid({ inputTokens, outputTokens }: TokenUsage): void {
    this.#inputTokens += inputTokens;
    this.#outputTokens += outputTokens;
  }

  ended(purpose: string, state: ModelState, isCached: boolean): void {
    this.#states[state] = (this.#states[state] ?? 0) + 1;
    this.#purposes[purpose] = (this.#purposes[purpose] ?? 0) + 1;
    if (isCached) this.#cached += 1;
  }

  totals(money: { readonly spentUsd: number; readonly atRiskUsd: number }): ModelTotals {
    return {
      states: { ...this.#states },
      purposes: { ...this.#purposes },
      cached: this.#cached,
      attempts: this.#attempts,
      usage: { inputTokens: this.#inputTokens, outputTokens: this.#outputTokens },
      spentUsd: money.spentUsd,
      atRiskUsd: money.atRiskUsd,
    };
  }
}

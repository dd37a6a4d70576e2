import type { ModelState, TokenUsage } from '../model/model-client.ts';

/**
 * How a call of the model stage ended: as the client says, or `withheld` when it was not made since its section tries to
 * give the model orders.
 */
export type CallState = ModelState | 'withheld';

/** The states that another run may change: nothing was said about the material. */
const PASSING_STATES: ReadonlySet<CallState> = new Set(['failed', 'over-budget', 'not-cached']);

/** One call, or one that was withheld, and what came of it. */
export interface ModelCall {
  /** Name of the prompt; `judge` for the judge. */
  readonly prompt: string;
  readonly chunkId: string;
  /** Path of the earlier document that it is about as well. */
  readonly otherDocument?: string;
  readonly state: CallState;
  /** Why it gave nothing; absent when it is done. */
  readonly detail?: string;
  /** What the model wrote, where that could not be used. */
  readonly text?: string;
  readonly usage?: TokenUsage;
  /** US dollars; absent where the price is unknown. */
  readonly cost?: number;
}

/** Whether all calls ended in a way that a repetition would not change. */
export function isSettled(calls: readonly ModelCall[]): boolean {
  return calls.every(({ state }) => !PASSING_STATES.has(state));
}

import type { AbortableOptions } from '@dsgen/core';

/** A JSON Schema (Draft 2020-12) as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One turn of a conversation with a model; the system text is a field of the request. */
export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** What a provider counted. `outputTokens` includes reasoning, `inputTokens` includes what came from its prompt cache. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** One call. Everything here but `purpose` decides the answer, so it is the key under which the answer is kept. */
export interface ModelRequest {
  /** `provider/name`: `openai/gpt-…`, `openai-compatible/my-model`. */
  readonly model: string;
  readonly system?: string;
  readonly messages: readonly ModelMessage[];
  /** The answer is asked for as JSON of this shape, and `value` is checked against it. */
  readonly schema?: { readonly name: string; readonly schema: JsonSchema };
  /** Tokens, reasoning included. */
  readonly maxOutputTokens: number;
  /** Default: the provider's. */
  readonly temperature?: number;
  readonly seed?: number;
  /** Name of the prompt: what progress and spending are reported by. */
  readonly purpose: string;
}

/**
 * How a call ended. Only `done` has an answer to use; in every other state `detail` says why in one sentence, without secrets, and
 * `text` is what the model wrote, as far as it came. `cost` is in US dollars and absent where the price is unknown.
 *
 * - `refused`: the model declined. `filtered`: the provider withheld the answer.
 * - `truncated`: `maxOutputTokens` or the context ended first.
 * - `malformed`: not JSON of the asked shape, also after one repair.
 * - `failed`: no answer after all attempts.
 * - `over-budget`: not sent, since it might cost more than is left. `not-cached`: not sent, since the client is offline.
 */
export type ModelAnswer =
  | {
      readonly state: 'done';
      readonly text: string;
      /** The parsed answer of a request with a schema. */
      readonly value?: unknown;
      readonly usage: TokenUsage;
      readonly cost?: number;
      /** The answer was there already: nothing was sent or paid. `cost` is then what it cost at the time. */
      readonly cached: boolean;
      /**
       * After a repair: what the same answer takes without one, so that a dataset can tell it whatever went wrong on the way.
       * `usage` and `cost` are what was spent.
       */
      readonly unrepaired?: { readonly usage: TokenUsage; readonly cost?: number };
    }
  | {
      readonly state: Exclude<ModelState, 'done'>;
      readonly detail: string;
      readonly text?: string;
      readonly usage?: TokenUsage;
      readonly cost?: number;
    };

export const MODEL_STATES = [
  'done',
  'refused',
  'truncated',
  'filtered',
  'malformed',
  'failed',
  'over-budget',
  'not-cached',
] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** Asks language models. Calls may run at once in any number: the client queues them as its limits demand. */
export interface ModelClient {
  /**
   * The answer to a request, or the state it ended in; a call that went wrong is data, not an exception.
   *
   * @throws the signal's reason when aborted
   * @throws UsageError when no call of this client can work: no key, unknown provider, missing package
   */
  complete(request: ModelRequest, options?: AbortableOptions): Promise<ModelAnswer>;
}

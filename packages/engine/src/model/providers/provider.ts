import type { ModelRequest, TokenUsage } from '../model-client.ts';
import type { RateFacts } from '../schedule/rate-headers.ts';

/** A call as one provider sees it: `model` is the provider's own name, without the provider. */
export type ProviderRequest = Omit<ModelRequest, 'purpose'>;

export interface ProviderCallOptions {
  readonly signal: AbortSignal;
  /** The same for every attempt of an equal call: a provider that knows such keys charges once. */
  readonly idempotencyKey: string;
}

/** What a model said, before anybody looked at it. */
export interface ProviderReply {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'filtered' | 'refused';
  readonly usage: TokenUsage;
  readonly rate: RateFacts;
}

/** One attempt at one provider: no retry, no wait. */
export interface Provider {
  /** @throws ProviderError, or the signal's reason */
  generate(request: ProviderRequest, options: ProviderCallOptions): Promise<ProviderReply>;
}

/**
 * Why an attempt gave no answer. `rate`, `overloaded`, `server` and `network` may pass. `schema`: the model cannot be held to a schema.
 * `context`: the request is longer than the model can read. `filtered`: refused before the model saw it. `key`, `model` and `credit`
 * end all calls alike; `request` this one.
 */
export type ProviderErrorKind =
  | 'rate'
  | 'overloaded'
  | 'server'
  | 'network'
  | 'schema'
  | 'context'
  | 'filtered'
  | 'key'
  | 'model'
  | 'credit'
  | 'request';

export interface ProviderErrorOptions {
  readonly kind: ProviderErrorKind;
  /** One sentence, without secrets. */
  readonly detail: string;
  readonly rate?: RateFacts;
  /** The model may have worked, so the attempt may be on the bill. */
  readonly mayBeCharged?: boolean;
}

/** Never leaves the model folder. It has no cause: those of client libraries carry requests and headers. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  readonly rate: RateFacts;
  readonly mayBeCharged: boolean;

  constructor({ kind, detail, rate = {}, mayBeCharged = false }: ProviderErrorOptions) {
    super(detail);
    this.kind = kind;
    this.rate = rate;
    this.mayBeCharged = mayBeCharged;
  }
}

/** What a client asked, whichever protocol it spoke. */
export interface ServerRequest {
  readonly protocol: 'openai' | 'anthropic';
  readonly model: string;
  readonly system: string;
  readonly messages: ReadonlyArray<{ readonly role: string; readonly content: string }>;
  /** JSON Schema the answer should have. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly tools: readonly string[];
  readonly maxTokens?: number;
  readonly isStream: boolean;
}

/** What the model says. A plain string is an answer with only `text`. */
export interface ServerAnswer {
  readonly text: string;
  readonly toolCalls?: ReadonlyArray<{ readonly name: string; readonly arguments: Readonly<Record<string, unknown>> }>;
  /** Tokens used. Default: a quarter of the characters. */
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
}

/**
 * What may go wrong with a call. The first group passes: another attempt of the same request may succeed. The second is decided by the
 * request alone, so another attempt ends the same way.
 */
export const SERVER_FAULTS = [
  'rate-limited',
  'rate-limited-with-retry-after',
  'server-error',
  'overloaded',
  'reset',
  'slow',
  'truncated',
  'broken-body',
  'malformed-json',
  'wrong-schema',
  'duplicated-tool-call',
  'refusal',
  'content-filter',
  'length',
] as const;
export type ServerFault = (typeof SERVER_FAULTS)[number];

/** The faults that are a property of the request. */
export const LASTING_FAULTS: ReadonlySet<ServerFault> = new Set(['refusal', 'content-filter', 'length']);

export interface ServerLimits {
  /** Requests per second; more are answered with 429 and counted as violations. */
  readonly requestsPerSecond?: number;
  /** Requests worked on at once. */
  readonly concurrency?: number;
  /** How much the rate may be ahead, in seconds of requests. Default 0.25. */
  readonly burstSeconds?: number;
}

/** How the batch interfaces behave; the seed decides which batches and calls are hit. */
export interface ServerBatches {
  /** Milliseconds until a batch has ended. Default 0. */
  readonly latencyMs?: number;
  /** No batch ends before this does. Default: it has. */
  readonly until?: Promise<unknown>;
  /** Share of batches, 0 to 1, that expire half-way. Default 0. */
  readonly expired?: number;
  /** Share of calls in batches that fail. Default 0. */
  readonly failed?: number;
}

/** A call whose whole answer was handed to the network: what a client has paid for. */
export interface CompletedCall {
  /** As the client named it; undefined when it did not. */
  readonly idempotencyKey?: string;
  /** An equal call was completed before. */
  readonly isAgain: boolean;
}

export interface ModelServerOptions {
  /** The answer as a function of the request. Default: an echo of the last message. */
  readonly answer?: (request: ServerRequest) => string | ServerAnswer;
  /** Time from request to answer, or its least and most. Default 0. */
  readonly latencyMs?: number | readonly [least: number, most: number];
  /** Share of attempts, 0 to 1, that each fault hits. Default: none. */
  readonly faults?: { readonly [Fault in ServerFault]?: number };
  /** Decides which attempts the faults hit, and the latencies. Default 1. */
  readonly seed?: number;
  readonly limits?: ServerLimits;
  /** Seconds in the Retry-After of a 429. Default 1. */
  readonly retryAfterSeconds?: number;
  /** Milliseconds between the pieces of a slow answer. Default 20. */
  readonly slowPieceMs?: number;
  /** Completed calls after which the account is empty. Default: never. */
  readonly creditCalls?: number;
  /** Any other key is refused with 401. Default: every key is right. */
  readonly apiKey?: string;
  /** Any other model is 404. Default: every model exists. */
  readonly models?: readonly string[];
  /** Whether a request for JSON of a schema is understood; when not, it is a 400. Default true. */
  readonly supportsSchema?: boolean;
  /** More input tokens are a 400. Default: no limit. */
  readonly contextTokens?: number;
  /** Answer a repeated Idempotency-Key from memory, without a charge. Default false. */
  readonly honoursIdempotencyKey?: boolean;
  /** Hears of every call that is completed and charged, those of batches left out. */
  readonly onCompleted?: (call: CompletedCall) => void;
  /** Whether batches are taken, and how they go. Default: at once, without faults; `false`: there is no such interface. */
  readonly batches?: ServerBatches | false;
  /** Default: any free port. */
  readonly port?: number;
}

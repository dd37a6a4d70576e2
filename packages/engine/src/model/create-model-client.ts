import { UsageError, type AbortableOptions, type ArtefactStore, type BatchMode, type ModelSettings } from '@dsgen/core';
import { canonicalJson } from '../shared/canonical-json.ts';
import type { CallBatcher } from './batch/call-batcher.ts';
import { openBatcher } from './batch/open-batcher.ts';
import { attemptCall, type AttemptCallOptions, type ModelLane, type Unanswered } from './calls/attempt-call.ts';
import { batchedCall } from './calls/batched-call.ts';
import { callKey } from './calls/call-key.ts';
import { CallCounter, type ModelTotals } from './calls/call-totals.ts';
import { keepAnswer, readKeptAnswer, type KeptAnswer } from './calls/kept-answer.ts';
import { SingleFlight } from './calls/single-flight.ts';
import { compileAnswerCheck, type AnswerCheck } from './check-answer.ts';
import type { ModelAnswer, ModelClient, ModelRequest, TokenUsage } from './model-client.ts';
import { Budget } from './price/budget.ts';
import { costOf } from './price/price.ts';
import { priceOf } from './price/price-list.ts';
import { SpendMark } from './price/spend-mark.ts';
import { KeyRing, type FindKey } from './providers/key-ring.ts';
import { parseModelName } from './providers/model-name.ts';
import { openProvider, type Environment } from './providers/open-provider.ts';
import { JsonPoster } from './providers/post-json.ts';
import type { Provider } from './providers/provider.ts';
import { withSchemaFallback } from './providers/schema-fallback.ts';
import { readAnswer, repairRequest, withEarlierCost } from './read-answer.ts';
import { systemClock, type Clock } from './schedule/clock.ts';
import { seededRandom } from './schedule/retry-delay.ts';
import { Scheduler } from './schedule/scheduler.ts';

export interface ModelClientOptions extends ModelSettings {
  /** Keeps every answer: what was paid once is never paid again. */
  readonly store: ArtefactStore;
  /** Variables of the host's environment, which hold the keys. */
  readonly environment: Environment;
  /** Asked for the key of a provider when the environment has none and a call is to be sent. Default: there is no other key. */
  readonly findKey?: FindKey;
  /** Where the provider's interface is, with its version: `http://127.0.0.1:11434/v1`. Default: the provider's own address. */
  readonly baseUrl?: string;
  /** Whether calls are gathered and sent in batches at half the price, which may take a day. Default `never`. */
  readonly batch?: BatchMode;
  /** Aborted when nobody may wait for batches any more: the next client over the same store goes on. */
  readonly leaving?: AbortSignal;
  /** US dollars that earlier runs of the job spent. Default 0. */
  readonly spentUsd?: number;
  /**
   * Keeps what the job has spent, worst cases included, before it is spent: given as `spentUsd` to the next run, it makes the budget hold
   * over runs that were killed. Default: the budget holds for this client.
   */
  readonly rememberSpentUsd?: (usd: number) => void | Promise<void>;
  /** Milliseconds that one attempt may take. Default 600,000. */
  readonly timeoutMs?: number;
  /** Spreads the waits between attempts; never shows in answers. Default 1. */
  readonly seed?: number;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** A client that keeps account of what it did. */
export interface MeteredModelClient extends ModelClient {
  totals(): ModelTotals;
  /** Ends the connections that are kept open, and notes what was spent. */
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 600_000;
/** The mark of what was spent runs ahead by a fiftieth of the budget, or by ten cents. */
const MARKS = 50;
const MARK_STEP_USD = 0.1;
/** The second is for an answer that broke by accident twice; a model that cannot do better does not get more. */
const MOST_REPAIRS = 2;

/**
 * A client of any provider. It keeps every answer, waits as the provider demands, attempts again what may pass, never spends more than
 * the budget and holds answers to their schema.
 *
 * @example
 * ```ts
 * import { createModelClient } from '@dsgen/engine';
 * import { createMemoryArtefactStore, startModelServer } from '@dsgen/testkit';
 *
 * const server = await startModelServer({ answer: () => 'Forty-two.' });
 * const client = createModelClient({
 *   store: createMemoryArtefactStore(),
 *   environment: {},
 *   baseUrl: server.baseUrl,
 * });
 * const answer = await client.complete({
 *   model: 'openai-compatible/any',
 *   messages: [{ role: 'user', content: 'What is the answer?' }],
 *   maxOutputTokens: 50,
 *   purpose: 'example',
 * });
 * console.log(answer.state, answer.text); // done Forty-two.
 * await client.close();
 * await server.close();
 * ```
 */
export function createModelClient(options: ModelClientOptions): MeteredModelClient {
  return new Client(options);
}

interface Completed {
  readonly answer: ModelAnswer;
  readonly isCached: boolean;
}

/** A kept or fresh answer, or why there is none. */
type Result =
  | (KeptAnswer & { readonly isCached: boolean })
  | Unanswered
  | { readonly state: 'not-cached'; readonly detail: string };

class Client implements MeteredModelClient {
  readonly #options: ModelClientOptions;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #keys: KeyRing;
  readonly #poster = new JsonPoster();
  readonly #budget: Budget;
  readonly #counter = new CallCounter();
  readonly #flights = new SingleFlight<Result>();
  readonly #batchers = new Map<string, CallBatcher | undefined>();
  readonly #lanes = new Map<string, Promise<ModelLane>>();
  readonly #checks = new Map<string, Promise<AnswerCheck>>();
  readonly #mark: SpendMark | undefined;
  /** Models whose account turned out to be empty, with what the provider said. */
  readonly #outOfCredit = new Map<string, Unanswered>();

  constructor(options: ModelClientOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#random = seededRandom(options.seed ?? 1);
    this.#keys = new KeyRing(options.environment, options.findKey);
    const { budgetUsd = Number.POSITIVE_INFINITY, spentUsd = 0, rememberSpentUsd } = options;
    this.#budget = new Budget(budgetUsd, spentUsd);
    if (rememberSpentUsd !== undefined) {
      this.#mark = new SpendMark({ remember: rememberSpentUsd, stepUsd: markStep(budgetUsd) }, spentUsd);
    }
  }

  async complete(
    request: ModelRequest,
    { signal = new AbortController().signal }: AbortableOptions = {},
  ): Promise<ModelAnswer> {
    const { answer, isCached } = await this.#complete(request, signal);
    this.#counter.ended(request.purpose, answer.state, isCached);
    return answer;
  }

  totals(): ModelTotals {
    return this.#counter.totals(this.#budget);
  }

  async close(): Promise<void> {
    for (const batcher of this.#batchers.values()) await batcher?.close();
    this.#poster.close();
    await this.#mark?.settle(this.#budget.committedUsd);
  }

  #withUnrepaired(answer: ModelAnswer, model: string, usage: TokenUsage): ModelAnswer {
    if (answer.state !== 'done') return answer;
    const price = this.#options.price ?? priceOf(model, this.#options.prices);
    return { ...answer, unrepaired: { usage, ...(price === undefined ? {} : { cost: costOf(usage, price) }) } };
  }

  async #complete(request: ModelRequest, signal: AbortSignal): Promise<Completed> {
    const check = request.schema === undefined ? undefined : await this.#checkOf(request.schema.schema);
    let asked = request;
    let earlier: KeptAnswer | undefined;
    let inputTokens: number | undefined;
    let isCached = true;
    for (let repairs = 0; ; repairs += 1) {
      const result = await this.#ask(asked, signal);
      if ('state' in result) return { answer: withEarlierCost(result, earlier), isCached: false };
      isCached &&= result.isCached;
      inputTokens ??= result.usage.inputTokens;
      const { answer, problems } = readAnswer({ ...result, isCached }, check);
      const total = withEarlierCost(answer, earlier);
      if (problems === undefined || repairs === MOST_REPAIRS) {
        const usage = { inputTokens, outputTokens: result.usage.outputTokens };
        return { answer: earlier === undefined ? total : this.#withUnrepaired(total, request.model, usage), isCached };
      }
      asked = repairRequest(asked, result.text, problems);
      earlier = { ...result, ...total };
    }
  }

  #ask(request: ModelRequest, signal: AbortSignal): Promise<Result> {
    const key = callKey(request);
    return this.#flights.run(key, signal, (shared) => this.#keptOrFresh(request, key, shared));
  }

  async #keptOrFresh(request: ModelRequest, key: string, signal: AbortSignal): Promise<Result> {
    const { store, isOffline = false } = this.#options;
    const kept = await readKeptAnswer(store, key, signal);
    if (kept !== undefined) return { ...kept, isCached: true };
    if (isOffline) return { state: 'not-cached', detail: 'the answer is not kept, and nothing is sent offline' };
    const empty = this.#outOfCredit.get(request.model);
    if (empty !== undefined) return empty;
    const answer = (await this.#batched(request, key, signal)) ?? (await this.#attempt(request, key, signal));
    return 'state' in answer ? answer : { ...answer, isCached: false };
  }

  async #batched(
    request: ModelRequest,
    key: string,
    signal: AbortSignal,
  ): Promise<KeptAnswer | Unanswered | undefined> {
    const batcher = this.#batcherOf(request.model);
    if (batcher === undefined) return undefined;
    return batchedCall(request, { ...(await this.#callOptions(request.model, key)), batcher, key, signal });
  }

  #batcherOf(model: string): CallBatcher | undefined {
    const { batch: mode = 'never', store, environment, leaving = new AbortController().signal } = this.#options;
    if (!this.#batchers.has(model)) {
      const open = (network: typeof fetch): Promise<Provider> => this.#openProvider(model, network);
      this.#batchers.set(model, openBatcher(model, { mode, store, environment, leaving, clock: this.#clock, open }));
    }
    return this.#batchers.get(model);
  }

  async #attempt(request: ModelRequest, key: string, signal: AbortSignal): Promise<KeptAnswer | Unanswered> {
    return attemptCall(request, {
      ...(await this.#callOptions(request.model, key)),
      clock: this.#clock,
      random: this.#random,
      timeoutMs: this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      idempotencyKey: key.slice(key.lastIndexOf('/') + 1),
      accountIsEmpty: (ending) => this.#outOfCredit.set(request.model, ending),
      signal,
    });
  }

  async #callOptions(
    model: string,
    key: string,
  ): Promise<Pick<AttemptCallOptions, 'lane' | 'budget' | 'counter' | 'coverSpending' | 'keep' | 'redact'>> {
    return {
      lane: await this.#laneOf(model),
      budget: this.#budget,
      counter: this.#counter,
      coverSpending: async () => this.#mark?.cover(this.#budget.committedUsd),
      keep: (answer) => keepAnswer(this.#options.store, key, answer),
      redact: (text) => this.#keys.redact(text),
    };
  }

  #laneOf(model: string): Promise<ModelLane> {
    return remember(this.#lanes, model, () => this.#openLane(model));
  }

  async #openLane(model: string): Promise<ModelLane> {
    const { limits = {}, budgetUsd } = this.#options;
    const price = this.#options.price ?? priceOf(model, this.#options.prices);
    if (price === undefined && budgetUsd !== undefined) throw unknownPrice(model);
    return {
      model,
      name: parseModelName(model).name,
      provider: withSchemaFallback(await this.#openProvider(model)),
      scheduler: new Scheduler(limits, this.#clock),
      price,
    };
  }

  async #openProvider(model: string, network?: typeof fetch): Promise<Provider> {
    const name = parseModelName(model);
    return openProvider(name, {
      environment: await this.#keys.environmentOf(name.provider),
      baseUrl: this.#options.baseUrl,
      poster: this.#poster,
      clock: this.#clock,
      ...(network === undefined ? {} : { network }),
    });
  }

  #checkOf(schema: NonNullable<ModelRequest['schema']>['schema']): Promise<AnswerCheck> {
    return remember(this.#checks, canonicalJson(schema), () => compileAnswerCheck(schema));
  }
}

function markStep(budgetUsd: number): number {
  return Number.isFinite(budgetUsd) ? budgetUsd / MARKS : MARK_STEP_USD;
}

/** One that failed is not remembered. */
function remember<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const present = known.get(key);
  if (present !== undefined) return present;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

function unknownPrice(model: string): UsageError {
  return new UsageError({
    code: 'price-unknown',
    message: `Cannot keep to a budget: the price of ${JSON.stringify(model)} is not known`,
    fix: 'Give it with --price IN/OUT in dollars for a million tokens, such as --price 0.15/0.60, or run without a budget.',
  });
}

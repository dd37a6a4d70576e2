import type { ArtefactStore } from '@dsgen/core';
import type { ModelRequest } from '../model-client.ts';
import { ProviderError, type ProviderReply } from '../providers/provider.ts';
import { sleep, type Clock } from '../schedule/clock.ts';
import type { BatchApi, BatchResult } from './batch-api.ts';
import { forgetBatch, itemId, keepBatch, readKeptBatches, type KeptBatch } from './kept-batch.ts';
import { decodeAnswer, encodeCall, type OpenOver, type WireCall } from './wire-call.ts';

export interface CallBatcherOptions {
  /** `provider/name`. */
  readonly model: string;
  /** The provider's own name of it. */
  readonly name: string;
  /** Fewer calls than this are not worth a batch. */
  readonly least: number;
  readonly store: ArtefactStore;
  readonly clock: Clock;
  readonly open: OpenOver;
  readonly api: (wire: WireCall) => BatchApi;
  /** Aborted when nobody may wait for batches any more; what the provider has is asked for by the next run. */
  readonly leaving: AbortSignal;
}

export interface BatchedCall {
  readonly key: string;
  readonly request: ModelRequest;
  readonly signal: AbortSignal;
  /** Hears that the call is about to be sent, so that it may be charged. */
  readonly onSend: () => void;
}

interface Waiting extends BatchedCall {
  readonly id: string;
  readonly wire: WireCall;
  readonly resolve: (reply: ProviderReply | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

interface OpenBatch {
  readonly kept: KeptBatch;
  /** Items whose answers are not kept yet. */
  readonly open: Set<string>;
}

/** Calls count as gathered when for so long none was added: whoever asks more waits for one of these. */
const GATHER_MS = 1_000;
/** What a batch holds at most; OpenAI, which takes less than Anthropic, takes 50,000 calls and 200 MB. */
const MOST_CALLS = 10_000;
const MOST_BYTES = 100_000_000;
const FIRST_POLL_MS = 1_000;
const LONGEST_POLL_MS = 60_000;
const POLL_GROWTH = 1.5;
/** Failures in a row after which a provider counts as gone: about a quarter of an hour. */
const MOST_POLL_FAILURES = 20;
const MOST_SUBMITS = 5;
const SUBMIT_MS = 600_000;

/**
 * Gathers calls to one model and sends them as batches. A call that a batch gave no answer to resolves to undefined: it
 * is for real time. Gathering ends by the clock alone, so nothing can wait for ever, and what waits is bounded by
 * whoever asks.
 */
export class CallBatcher {
  readonly #options: CallBatcherOptions;
  readonly #batches = new Map<string, OpenBatch>();
  #loaded: Promise<void> | undefined;
  readonly #submits = new Set<Promise<unknown>>();
  #gathered: Waiting[] = [];
  #cancelTimer: () => void = () => undefined;

  constructor(options: CallBatcherOptions) {
    this.#options = options;
  }

  /** Whether an earlier run has sent the call in a batch: its price is in what that run spent. */
  async isSent(key: string): Promise<boolean> {
    await (this.#loaded ??= this.#load());
    return this.#batches.has(itemId(key));
  }

  /** @throws the reason of the call's signal, or of `leaving`, when aborted */
  async ask(call: BatchedCall): Promise<ProviderReply | undefined> {
    const { name, open, leaving } = this.#options;
    const wire = await encodeCall({ ...call.request, model: name }, open);
    if (wire === undefined) return undefined;
    const signal = AbortSignal.any([call.signal, leaving]);
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<ProviderReply | undefined>();
    function abort(): void {
      reject(signal.reason);
    }
    signal.addEventListener('abort', abort, { once: true });
    this.#gathered.push({ ...call, signal, id: itemId(call.key), wire, resolve, reject });
    this.#cancelTimer();
    this.#cancelTimer = this.#options.clock.after(GATHER_MS, () => this.#sendGathered());
    return promise.finally(() => signal.removeEventListener('abort', abort));
  }

  /** Waits until every batch on its way to the provider is kept: one that is not would be sent again. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#submits);
  }

  /** The answer of the call is kept, or its batch has none. */
  async settle(key: string): Promise<void> {
    const id = itemId(key);
    const batch = this.#batches.get(id);
    if (batch === undefined) return;
    this.#batches.delete(id);
    batch.open.delete(id);
    if (batch.open.size === 0) await forgetBatch(this.#options.store, this.#options.model, batch.kept);
  }

  async #load(): Promise<void> {
    for (const kept of await readKeptBatches(this.#options.store, this.#options.model)) this.#register(kept);
  }

  #register(kept: KeptBatch): OpenBatch {
    const batch = { kept, open: new Set(kept.ids) };
    for (const id of kept.ids) this.#batches.set(id, batch);
    return batch;
  }

  #sendGathered(): void {
    const calls = this.#gathered.filter(({ signal }) => !signal.aborted);
    this.#gathered = [];
    const fresh = calls.filter(({ id }) => !this.#batches.has(id));
    const sent = Map.groupBy(
      calls.filter(({ id }) => this.#batches.has(id)),
      ({ id }) => this.#batches.get(id),
    );
    for (const [batch, waiting] of sent) if (batch !== undefined) finish(waiting, this.#collect(batch, waiting));
    if (fresh.length < this.#options.least) for (const { resolve } of fresh) resolve(undefined);
    else for (const waiting of portions(fresh)) finish(waiting, this.#send(waiting));
  }

  async #send(waiting: readonly Waiting[]): Promise<void> {
    const submit = this.#submit(waiting);
    this.#submits.add(submit);
    const batch = await submit.finally(() => this.#submits.delete(submit));
    if (batch !== undefined) await this.#collect(batch, waiting);
  }

  /**
   * Undefined when the provider takes no such batch: real time then says why, should it be the calls. What is on its way
   * is not aborted, and not sent again when nobody knows whether it arrived.
   */
  async #submit(waiting: readonly Waiting[]): Promise<OpenBatch | undefined> {
    const { store, model, clock, leaving } = this.#options;
    const items = waiting.map(({ id, wire }) => ({ id, body: wire.body }));
    for (const { onSend } of waiting) onSend();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const batch = await this.#apiOf(waiting).submit(items, AbortSignal.timeout(SUBMIT_MS));
        const kept = { batch, ids: items.map(({ id }) => id) };
        await keepBatch(store, model, kept);
        return this.#register(kept);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        if (error.mayBeCharged) throw error;
        if (!mayPass(error) || attempt === MOST_SUBMITS) return undefined;
        await sleep(clock, pollMs(attempt), leaving);
      }
    }
  }

  async #collect(batch: OpenBatch, waiting: readonly Waiting[]): Promise<void> {
    const api = this.#apiOf(waiting);
    const byId = new Map(waiting.map((call) => [call.id, call]));
    const signal = this.#options.leaving;
    try {
      for (let poll = 1; !(await this.#patiently(() => api.hasEnded(batch.kept, signal))); poll += 1) {
        await sleep(this.#options.clock, pollMs(poll), signal);
      }
      await this.#patiently(async () => {
        for await (const result of api.results(batch.kept, signal)) await this.#answer(byId.get(result.id), result);
      });
    } catch (error) {
      // A batch that the provider does not know any more has no answers.
      if (!(error instanceof ProviderError) || mayPass(error)) throw error;
    }
  }

  async #answer(call: Waiting | undefined, { body }: BatchResult): Promise<void> {
    if (call === undefined || call.signal.aborted) return;
    const { name, open } = this.#options;
    // What cannot be read is asked for in real time.
    const reply = await decodeAnswer({ ...call.request, model: name }, body, open).catch(() => undefined);
    call.resolve(reply);
  }

  /** The batch goes on whether it can be asked about or not, so a fault that may pass is waited out. */
  async #patiently<Value>(work: () => Promise<Value>): Promise<Value> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ProviderError) || !mayPass(error) || failures === MOST_POLL_FAILURES) throw error;
        await sleep(this.#options.clock, pollMs(failures), this.#options.leaving);
      }
    }
  }

  #apiOf([first]: readonly Waiting[]): BatchApi {
    if (first === undefined) throw new RangeError('A batch has at least one call.');
    return this.#options.api(first.wire);
  }
}

/** Whoever has no answer when the batch is done gets none from it. */
function finish(waiting: readonly Waiting[], work: Promise<void>): void {
  work.then(
    () => waiting.forEach(({ resolve }) => resolve(undefined)),
    (error: unknown) => waiting.forEach(({ reject }) => reject(error)),
  );
}

function* portions(calls: readonly Waiting[]): Generator<Waiting[]> {
  let portion: Waiting[] = [];
  let bytes = 0;
  for (const call of calls) {
    const size = Buffer.byteLength(JSON.stringify(call.wire.body));
    if (portion.length === MOST_CALLS || (portion.length > 0 && bytes + size > MOST_BYTES)) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(call);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}

function pollMs(attempt: number): number {
  return Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * POLL_GROWTH ** (attempt - 1));
}

function mayPass({ kind }: ProviderError): boolean {
  return kind === 'rate' || kind === 'overloaded' || kind === 'server' || kind === 'network';
}

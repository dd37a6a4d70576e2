import { createHash } from 'node:crypto';
import { fraction } from './choose-fault.ts';
import type { Protocol } from './protocol.ts';
import type { ServerBatches } from './server-options.ts';

/** One call of a batch: its name there and what would have been the body in real time. */
export interface BatchItem {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the model made of an item; undefined when it failed. */
export type WorkItem = (item: BatchItem, protocol: Protocol) => unknown;

export interface BatchRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly protocol: Protocol;
}

interface Batch {
  readonly id: string;
  readonly endsAtMs: number;
  readonly lines: readonly string[];
  readonly isExpired: boolean;
  readonly words: BatchStates;
}

/** What an interface calls the states of a batch. */
interface BatchStates {
  readonly waiting: string;
  readonly completed: string;
  readonly expired: string;
}

/** By the name of the interface: OpenAI and Anthropic have batches, Mistral jobs. */
const STATES: Readonly<Record<string, BatchStates>> = {
  batches: { waiting: 'in_progress', completed: 'completed', expired: 'expired' },
  jobs: { waiting: 'RUNNING', completed: 'SUCCESS', expired: 'TIMEOUT_EXCEEDED' },
};

export interface ScriptedBatchesOptions extends ServerBatches {
  readonly seed: number;
  readonly work: WorkItem;
  readonly onBatch: () => void;
}

/** The batch interfaces of OpenAI, Anthropic and Mistral. What a batch costs is charged when it is taken. */
export class ScriptedBatches {
  readonly #options: ScriptedBatchesOptions;
  readonly #files = new Map<string, string>();
  readonly #batches = new Map<string, Batch>();
  #isHeld: boolean;

  constructor(options: ScriptedBatchesOptions) {
    this.#options = options;
    this.#isHeld = options.until !== undefined;
    void options.until?.then(() => (this.#isHeld = false));
  }

  /** What to answer; undefined when there is no such thing. */
  handle({ method, url, body, protocol }: BatchRequest): string | undefined {
    const path = url.replace('/v1/messages/', '/').replace('/v1/batch/jobs', '/jobs').replace('/v1/', '/');
    const [, first = '', name = '', tail] = path.split('/');
    const words = STATES[first];
    if (method === 'POST' && first === 'files') return this.#upload(body);
    if (method === 'POST' && words !== undefined && name === '') return this.#take(body, protocol, words);
    if (method === 'GET' && first === 'files' && tail === 'content') return this.#linesOf(name.replace('answers-', ''));
    if (method === 'GET' && first === 'batches' && tail === 'results') return this.#linesOf(name);
    const batch = words === undefined ? undefined : this.#batches.get(name);
    return batch === undefined ? undefined : JSON.stringify(this.#describe(batch));
  }

  #upload(body: string): string {
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, multipartFile(body));
    return JSON.stringify({ id, object: 'file' });
  }

  #take(body: string, protocol: Protocol, words: BatchStates): string {
    const order = JSON.parse(body) as Order;
    const file = order.input_file_id ?? order.input_files?.[0] ?? '';
    const items = protocol.name === 'openai' ? this.#fileItems(file) : messageItems(order);
    const id = `batch_${this.#batches.size + 1}`;
    const { latencyMs = 0, expired = 0, seed } = this.#options;
    const key = createHash('sha256')
      .update(JSON.stringify(items.map((item) => item.id)))
      .digest('hex');
    const isExpired = fraction(`batch ${key}`, seed) < expired;
    // One that expires has come half-way.
    const worked = isExpired ? items.slice(0, items.length / 2) : items;
    const lines = worked.map((item) => this.#line(item, protocol));
    const batch = { id, endsAtMs: performance.now() + latencyMs, lines, isExpired, words };
    this.#batches.set(id, batch);
    this.#options.onBatch();
    return JSON.stringify(this.#describe(batch));
  }

  #fileItems(file: string): BatchItem[] {
    const lines = (this.#files.get(file) ?? '').split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => {
      const { custom_id: id, body } = JSON.parse(line) as { custom_id: string; body: BatchItem['body'] };
      return { id, body };
    });
  }

  #line(item: BatchItem, protocol: Protocol): string {
    const { failed = 0, seed } = this.#options;
    const answer = fraction(`item ${item.id}`, seed) < failed ? undefined : this.#options.work(item, protocol);
    if (protocol.name === 'anthropic') {
      const result = answer === undefined ? { type: 'errored', error: {} } : { type: 'succeeded', message: answer };
      return JSON.stringify({ custom_id: item.id, result });
    }
    const response =
      answer === undefined ? { status_code: 500, body: {} } : { status_code: 200, request_id: 'r', body: answer };
    return JSON.stringify({ id: `line-${item.id}`, custom_id: item.id, response, error: null });
  }

  #linesOf(name: string): string | undefined {
    const batch = this.#batches.get(name);
    return batch === undefined || !this.#hasEnded(batch) ? undefined : `${batch.lines.join('\n')}\n`;
  }

  #hasEnded({ endsAtMs }: Pick<Batch, 'endsAtMs'>): boolean {
    return !this.#isHeld && performance.now() >= endsAtMs;
  }

  /** The words of all interfaces at once: each client reads its own. */
  #describe({ id, isExpired, words, ...batch }: Batch): object {
    if (!this.#hasEnded(batch)) return { id, status: words.waiting, processing_status: 'in_progress' };
    const file = `answers-${id}`;
    return {
      id,
      status: isExpired ? words.expired : words.completed,
      processing_status: 'ended',
      output_file_id: file,
      output_file: file,
    };
  }
}

interface Order {
  readonly input_file_id?: string;
  readonly input_files?: readonly string[];
  readonly requests?: ReadonlyArray<{ readonly custom_id: string; readonly params: BatchItem['body'] }>;
}

function messageItems({ requests = [] }: Order): BatchItem[] {
  return requests.map(({ custom_id: id, params }) => ({ id, body: params }));
}

/** The part with a file name of a form; its lines are JSON, which has no boundary in it. */
function multipartFile(body: string): string {
  const boundary = body.slice(0, body.indexOf('\r\n'));
  const part = body.split(boundary).find((text) => text.includes('filename=')) ?? '';
  return part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '');
}

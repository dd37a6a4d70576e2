import { DsgenError, type Backend, type LinkCorpusInput } from '@dsgen/core';
import { explainAwsError } from '../store/explain-aws-error.ts';

/** One Region of a deployment, opened when it is needed. */
export interface Region {
  readonly name: string;
  open(): Promise<Backend>;
}

export interface RegionalOptions {
  /** In the order of preference: the first that answers is used until it no longer does. */
  readonly regions: readonly Region[];
  /** Told when calls go to another Region. */
  readonly onMove?: (move: { readonly from: string; readonly to: string }) => void;
}

/** A Region that did not answer is left alone for so long. */
const CIRCUIT_MS = 60_000;

/** The Region whose turn it is, and the way to the next when it does not answer. */
export class RegionalBackends {
  readonly #options: RegionalOptions;
  readonly #opened = new Map<string, Promise<Backend>>();
  readonly #downUntil = new Map<string, number>();
  /** Files this process has brought to a Region; another may not have all of them yet. */
  readonly #linked: LinkCorpusInput[] = [];
  #current: Region;

  constructor(options: RegionalOptions) {
    const [first] = options.regions;
    if (first === undefined) throw new RangeError('a deployment has at least one Region');
    this.#options = options;
    this.#current = first;
  }

  /** Calls the current Region, and after it the others, until one answers. What is called must be safe to repeat. */
  async call<Answer>(action: (backend: Backend) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    for (;;) {
      const region = this.#current;
      try {
        return await action(await this.#open(region));
      } catch (error) {
        await this.#leave(region, this.#explain(error, region, signal));
      }
    }
  }

  /** What one Region lists; after a failure another goes on, `action` being told how many items came before. */
  async *stream<Item>(
    action: (backend: Backend, seen: number) => AsyncIterable<Item>,
    signal?: AbortSignal,
  ): AsyncGenerator<Item> {
    for (let seen = 0; ;) {
      const region = this.#current;
      try {
        for await (const item of action(await this.#open(region), seen)) {
          seen += 1;
          yield item;
        }
        return;
      } catch (error) {
        await this.#leave(region, this.#explain(error, region, signal));
      }
    }
  }

  remember(input: LinkCorpusInput): void {
    this.#linked.push(input);
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#opened.values());
    await Promise.all(opened.map((backend) => (backend.status === 'fulfilled' ? backend.value.close() : undefined)));
  }

  #open(region: Region): Promise<Backend> {
    const opened = this.#opened.get(region.name) ?? region.open();
    this.#opened.set(region.name, opened);
    // A Region that could not be opened is opened anew at its next turn.
    opened.catch(() => this.#opened.delete(region.name));
    return opened;
  }

  #explain(error: unknown, { name }: Region, signal: AbortSignal | undefined): unknown {
    return explainAwsError(error, { action: `use the platform in ${name}`, signal });
  }

  /** Goes to the next Region, or throws when the error is none of the Region's, or there is no other. */
  async #leave(region: Region, error: unknown): Promise<void> {
    if (!isOutOfReach(error)) throw error;
    this.#downUntil.set(region.name, Date.now() + CIRCUIT_MS);
    if (this.#current !== region) return;
    const next = this.#options.regions.find(({ name }) => (this.#downUntil.get(name) ?? 0) <= Date.now());
    if (next === undefined) throw error;
    this.#current = next;
    this.#options.onMove?.({ from: region.name, to: next.name });
    await this.#bringFiles(next);
  }

  /** What had not been copied from Region to Region is sent again: the files are still here. */
  async #bringFiles(region: Region): Promise<void> {
    for (const input of this.#linked) await (await this.#open(region)).corpora.link?.(input);
  }
}

function isOutOfReach(error: unknown): boolean {
  return DsgenError.isInstance(error) && error.isRetryable;
}

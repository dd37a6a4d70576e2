/** Workers of a lane that take shards in the order they come. */
export interface LaneModel {
  readonly workers: number;
  /** Cores that one worker brings to a shard. */
  readonly cores: number;
  /** Milliseconds from the decision to start until work begins: a call, or a container. */
  readonly startMs: number;
  /** Shards begun per second at most. */
  readonly startsPerSecond: number;
}

export interface LaneLoad {
  readonly shards: number;
  /** Milliseconds a shard waits for a worker. */
  readonly meanWaitMs: number;
  readonly longestWaitMs: number;
  /** Share of the workers' time that is work, from the first arrival to the last end. */
  readonly utilisation: number;
  readonly peakWorkers: number;
  readonly lastEndMs: number;
}

/** Plays shards through the workers of a lane. Arrivals must come in order of time. */
export class LaneQueue {
  readonly #model: LaneModel;
  /** When each worker is free again, the earliest on top. */
  readonly #free: MinHeap;
  #nextStart = 0;
  #shards = 0;
  #waited = 0;
  #longest = 0;
  #busy = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = 0;
  #peak = 0;

  constructor(model: LaneModel) {
    this.#model = model;
    this.#free = new MinHeap(model.workers);
  }

  arrive(atMs: number, coreMs: number): void {
    const { cores, startMs, startsPerSecond } = this.#model;
    const begin = Math.max(atMs, this.#free.top(), this.#nextStart);
    const end = begin + startMs + coreMs / cores;
    this.#nextStart = begin + 1_000 / startsPerSecond;
    this.#free.replaceTop(end);
    this.#shards += 1;
    this.#waited += begin - atMs;
    this.#longest = Math.max(this.#longest, begin - atMs);
    this.#busy += end - begin;
    this.#first = Math.min(this.#first, atMs);
    this.#last = Math.max(this.#last, end);
    this.#peak = Math.max(this.#peak, this.#free.countAbove(begin));
  }

  load(): LaneLoad {
    const span = Math.max(1, this.#last - this.#first);
    return {
      shards: this.#shards,
      meanWaitMs: this.#shards === 0 ? 0 : this.#waited / this.#shards,
      longestWaitMs: this.#longest,
      utilisation: this.#shards === 0 ? 0 : this.#busy / (span * this.#model.workers),
      peakWorkers: this.#peak,
      lastEndMs: this.#last,
    };
  }
}

/** A heap of a fixed number of times, all 0 at first. */
class MinHeap {
  readonly #values: Float64Array;

  constructor(size: number) {
    this.#values = new Float64Array(size);
  }

  top(): number {
    return this.#values[0] ?? 0;
  }

  countAbove(time: number): number {
    let count = 0;
    for (const value of this.#values) if (value > time) count += 1;
    return count;
  }

  replaceTop(value: number): void {
    const values = this.#values;
    let at = 0;
    for (;;) {
      let smallest = 2 * at + 1;
      if (smallest >= values.length) break;
      if (smallest + 1 < values.length && (values[smallest + 1] ?? 0) < (values[smallest] ?? 0)) smallest += 1;
      const child = values[smallest] ?? 0;
      if (child >= value) break;
      values[at] = child;
      at = smallest;
    }
    values[at] = value;
  }
}

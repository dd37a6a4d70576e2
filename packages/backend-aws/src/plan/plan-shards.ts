import { InputError, type Lane } from '@dsgen/core';
import { WORK_LANES, type WorkLane } from '../workflow/steps.ts';
import { ARRAY_LIMITS, limitsOf } from './shard-limits.ts';

/** A document with what is known of the work it makes. */
export interface PlannedItem<Item> {
  readonly item: Item;
  readonly lane: Lane;
  readonly bytes: number;
  /** Milliseconds of one core. */
  readonly estimatedMs: number;
}

/** Documents that one call of a function or one container works on. */
export interface Shard<Item> {
  readonly lane: WorkLane;
  /** Numbered from 0 within the lane. */
  readonly shard: number;
  readonly items: readonly Item[];
  readonly bytes: number;
  readonly estimatedMs: number;
}

export interface PlanShardsOptions {
  /** False: there are functions only, and every document goes to the fast lane. Default true. */
  readonly hasBatch?: boolean;
}

interface OpenShard<Item> {
  items: Item[];
  bytes: number;
  estimatedMs: number;
}

/**
 * Deals documents to shards in one pass: per lane the shard that is being filled is in memory, whatever the size of the
 * corpus. The result depends on the documents and their order alone.
 *
 * @throws InputError `corpus-too-large` when a lane would need more shards than an array job of AWS Batch holds
 */
export async function* planShards<Item>(
  items: AsyncIterable<PlannedItem<Item>> | Iterable<PlannedItem<Item>>,
  { hasBatch = true }: PlanShardsOptions = {},
): AsyncGenerator<Shard<Item>> {
  const open = new Map<WorkLane, OpenShard<Item>>();
  const closed: Record<WorkLane, number> = { fast: 0, standard: 0, heavy: 0 };
  function close(lane: WorkLane, filled: OpenShard<Item>): Shard<Item> {
    const shard = closed[lane]++;
    open.delete(lane);
    if (lane !== 'fast' && shard >= ARRAY_LIMITS.most) throw tooLarge(lane);
    return { lane, shard, ...filled };
  }
  for await (const planned of items) {
    const lane = hasBatch ? workLane(planned.lane) : 'fast';
    const current = open.get(lane);
    if (current !== undefined && isFull(current, planned, limitsOf(lane, closed[lane]))) yield close(lane, current);
    open.set(lane, added(open.get(lane), planned));
  }
  for (const lane of WORK_LANES) {
    const last = open.get(lane);
    if (last !== undefined) yield close(lane, last);
  }
}

/** The massive track differs from the heavy one by the size of a document, not by where it runs. */
function workLane(lane: Lane): WorkLane {
  return lane === 'massive' ? 'heavy' : lane;
}

function isFull<Item>(shard: OpenShard<Item>, next: PlannedItem<Item>, limits: ReturnType<typeof limitsOf>): boolean {
  return (
    shard.items.length >= limits.documents ||
    shard.estimatedMs + next.estimatedMs > limits.workMs ||
    shard.bytes + next.bytes > limits.bytes
  );
}

function added<Item>(
  shard: OpenShard<Item> | undefined,
  { item, bytes, estimatedMs }: PlannedItem<Item>,
): OpenShard<Item> {
  if (shard === undefined) return { items: [item], bytes, estimatedMs };
  shard.items.push(item);
  shard.bytes += bytes;
  shard.estimatedMs += estimatedMs;
  return shard;
}

function tooLarge(lane: WorkLane): InputError {
  return new InputError({
    code: 'corpus-too-large',
    message: `Cannot plan the corpus: its ${lane} lane needs more than ${ARRAY_LIMITS.most} shards`,
    fix: 'Split the corpus in two and merge the datasets.',
  });
}

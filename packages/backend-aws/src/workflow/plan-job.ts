import { orderedMap } from '@dsgen/backend-local';
import { planByName } from '@dsgen/engine';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { planShards, type PlannedItem, type Shard } from '../plan/plan-shards.ts';
import { arraySizeOf } from '../plan/shard-limits.ts';
import { readCorpus } from './corpus-work.ts';
import { readOwnJob } from './own-job.ts';
import {
  laneKey,
  MAX_INLINE_SHARDS,
  shardKey,
  WORK_LANES,
  type JobPlan,
  type JobReference,
  type LanePlan,
  type ShardReference,
  type WorkLane,
} from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/** A write takes some 20 ms, and ten million documents make a hundred thousand shards: one after the other would take half an hour. */
const WRITES_AT_ONCE = 32;

/** Cuts the corpus of a job into shards and writes each shard's list of documents. */
export async function planJob(reference: JobReference, context: WorkflowContext): Promise<JobPlan> {
  const { corpusId } = await readOwnJob(reference, context);
  const { store, hasBatch } = context;
  const numbers: Record<WorkLane, number[]> = { fast: [], standard: [], heavy: [] };
  async function write({ lane, shard, items }: Shard<CorpusItem>): Promise<void> {
    await store.put(shardKey({ ...reference, lane, shard }), Buffer.from(JSON.stringify(items)));
    numbers[lane].push(shard);
  }
  const shards = planShards(estimate(readCorpus(corpusId, context)), { hasBatch });
  const window = { inFlight: WRITES_AT_ONCE, lookAhead: WRITES_AT_ONCE };
  for await (const _ of orderedMap(shards, write, window));
  for (const lane of WORK_LANES) numbers[lane].sort((a, b) => a - b);
  return describePlan(reference, numbers, context);
}

/** The documents that make work. Their names tell the media type; the worker looks at the bytes. */
async function* estimate(items: AsyncIterable<CorpusItem>): AsyncGenerator<PlannedItem<CorpusItem>> {
  for await (const item of items) {
    if (item.refusal !== undefined) continue;
    const { path, documentId, bytes } = item;
    const { lane, estimatedMs } = planByName({ path, documentId, bytes });
    yield { item, lane, bytes, estimatedMs };
  }
}

/** The plan of lanes with these shards, and the list of each for the state that maps over it. */
export async function describePlan(
  reference: JobReference,
  numbers: Readonly<Record<WorkLane, readonly number[]>>,
  context: WorkflowContext,
): Promise<JobPlan> {
  const { tenant, jobId, epoch } = reference;
  const lanes: Array<readonly [WorkLane, LanePlan]> = [];
  for (const lane of WORK_LANES) {
    const shards = numbers[lane].map((shard) => ({ tenant, jobId, epoch, lane, shard }));
    lanes.push([lane, await writeLane(laneKey(reference, lane), shards, context)]);
  }
  return { tenant, jobId, epoch, lanes: Object.fromEntries(lanes) as JobPlan['lanes'] };
}

async function writeLane(
  key: string,
  shards: readonly ShardReference[],
  { store, bucket, objectKey }: WorkflowContext,
): Promise<LanePlan> {
  await store.put(key, Buffer.from(JSON.stringify(shards)));
  const isInline = shards.length <= MAX_INLINE_SHARDS;
  return {
    shards: shards.length,
    arraySize: arraySizeOf(shards.length),
    bucket,
    key: objectKey(key),
    inline: isInline ? shards : [],
    isInline,
  };
}

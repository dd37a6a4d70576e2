import { laneKey, type JobReference, type ShardReference, type WorkLane } from '../workflow/steps.ts';
import type { WorkflowContext } from '../workflow/workflow-context.ts';

/** The shards of a lane, as the plan or the latest round wrote them. */
export async function readLane(
  job: JobReference,
  lane: WorkLane,
  { store }: WorkflowContext,
): Promise<readonly ShardReference[]> {
  const list = await store.get(laneKey(job, lane));
  return JSON.parse(Buffer.from(list ?? []).toString('utf8') || '[]') as readonly ShardReference[];
}

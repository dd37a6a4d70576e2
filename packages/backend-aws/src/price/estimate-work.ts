import { planShards, type PlannedItem, type PlanShardsOptions } from '../plan/plan-shards.ts';
import { MEASURED_UNIT_WORK, type JobWork, type LaneWork, type UnitWork } from './job-work.ts';
import type { WorkLane } from '../workflow/steps.ts';

export interface EstimateWorkOptions extends PlanShardsOptions {
  /** Default: what was measured. */
  readonly units?: UnitWork;
}

type Sums = { -readonly [Member in keyof LaneWork]: LaneWork[Member] };

/** The work of a job over these documents, dealt to shards as the job itself would; one pass, in flat memory. */
export async function estimateWork(
  items: AsyncIterable<PlannedItem<unknown>> | Iterable<PlannedItem<unknown>>,
  { units = MEASURED_UNIT_WORK, ...options }: EstimateWorkOptions = {},
): Promise<JobWork> {
  const lanes: Record<WorkLane, Sums> = { fast: nothing(), standard: nothing(), heavy: nothing() };
  let bytes = 0;
  for await (const shard of planShards(items, options)) {
    const sums = lanes[shard.lane];
    sums.documents += shard.items.length;
    sums.shards += 1;
    sums.coreMs += shard.estimatedMs * units.workFactor;
    bytes += shard.bytes;
  }
  const documents = lanes.fast.documents + lanes.standard.documents + lanes.heavy.documents;
  return {
    documents,
    bytes,
    lanes,
    assemblyMs: documents * units.assemblyMsPerDocument,
    artefactBytes: bytes * units.artefactBytesPerByte,
    datasetBytes: bytes * units.datasetBytesPerByte,
  };
}

function nothing(): Sums {
  return { documents: 0, shards: 0, coreMs: 0 };
}

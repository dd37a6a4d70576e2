import { orderedMap } from '@dsgen/backend-local';
import type { ArtefactInfo, ArtefactStore } from '@dsgen/core';
import type { StoredJob } from '../ledger/stored-job.ts';
import { coreMsOf } from '../price/price-job.ts';
import type { JobWork, LaneWork } from '../price/job-work.ts';
import { resultPrefix, type ShardResult, type WorkLane } from './steps.ts';

/** Results are small, and a large job has a hundred thousand. */
const WINDOW = { inFlight: 32, lookAhead: 64 };

type Sums = { -readonly [Member in keyof LaneWork]: LaneWork[Member] };

/** What the assembly knows of its own work. */
export type AssemblyWork = Pick<JobWork, 'assemblyMs' | 'datasetBytes'>;

/**
 * What the workers of a job measured, summed over all its owners. Attempts that were killed left no result and are not in it;
 * documents are those of the latest owner, who looked at all of them.
 */
export async function measureWork(
  { id, epochs }: StoredJob,
  store: ArtefactStore,
  assembly: AssemblyWork,
): Promise<JobWork> {
  const lanes: Record<WorkLane, Sums> = { fast: nothing(), standard: nothing(), heavy: nothing() };
  let [documents, bytes, artefactBytes] = [0, 0, 0];
  for (const { epoch } of epochs) {
    [documents, bytes] = [0, 0];
    for await (const result of readResults(store, resultPrefix({ jobId: id, epoch }))) {
      const sums = lanes[result.lane];
      sums.documents += result.done + result.refused;
      sums.shards += 1;
      sums.coreMs += coreMsOf(result.lane, result.workerMs);
      documents += result.done + result.refused;
      bytes += result.bytes;
      artefactBytes += result.artefactBytes;
    }
  }
  return { documents, bytes, lanes, artefactBytes, ...assembly };
}

function readResults(store: ArtefactStore, prefix: string): AsyncGenerator<ShardResult> {
  async function read({ key }: ArtefactInfo): Promise<ShardResult> {
    return JSON.parse(Buffer.from((await store.get(key)) ?? []).toString('utf8')) as ShardResult;
  }
  return orderedMap(store.list(prefix), read, WINDOW);
}

function nothing(): Sums {
  return { documents: 0, shards: 0, coreMs: 0 };
}

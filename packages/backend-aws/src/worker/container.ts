/**
 * The entry of the container on AWS Batch: one shard of a lane, or the assembly of a job. Whatever it has finished when it
 * is interrupted is in the bucket, so the next attempt does only what is missing.
 */
import { ARRAY_INDEX, CONTAINER_ENVIRONMENT, requireVariable } from '../names/environment.ts';
import { assembleJob } from '../workflow/assemble-job.ts';
import { processShard } from '../workflow/process-shard.ts';
import type { JobReference, WorkLane } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';
import { readLane } from './read-lane.ts';

/** Anything but 0 makes AWS Batch try again; this one says why (EX_TEMPFAIL of sysexits.h). */
const INTERRUPTED = 75;

process.once('SIGTERM', () => process.exit(INTERRUPTED));

const work = requireVariable(process.env, CONTAINER_ENVIRONMENT.work);
const reference: JobReference = {
  tenant: requireVariable(process.env, CONTAINER_ENVIRONMENT.tenant),
  jobId: requireVariable(process.env, CONTAINER_ENVIRONMENT.jobId),
  epoch: Number(requireVariable(process.env, CONTAINER_ENVIRONMENT.epoch)),
};
const context = openContext(reference.tenant);

if (work === 'assemble') await assembleJob(reference, context);
else await processOwnShard();

/** An array job may have more children than there are shards. */
async function processOwnShard(): Promise<void> {
  const lane = requireVariable(process.env, CONTAINER_ENVIRONMENT.lane) as WorkLane;
  const shards = await readLane(reference, lane, context);
  const shard = shards[Number(process.env[ARRAY_INDEX] ?? '0')];
  if (shard !== undefined) await processShard(shard, context);
}

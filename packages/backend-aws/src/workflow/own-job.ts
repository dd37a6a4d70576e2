import { getJob } from '../ledger/job-ledger.ts';
import { currentEpoch, isUnderWay, type StoredJob } from '../ledger/stored-job.ts';
import type { JobReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';
import { epochSuperseded, jobCancelled } from './workflow-error.ts';

/**
 * The job, if this owner may still work on it.
 *
 * @throws an error named `EpochSuperseded` or `JobCancelled`
 */
export async function readOwnJob(reference: JobReference, { tables }: WorkflowContext): Promise<StoredJob> {
  const job = await getJob(tables, reference.jobId);
  if (job.isCancelRequested || job.state === 'cancelled') throw jobCancelled(reference);
  if (currentEpoch(job).epoch !== reference.epoch || !isUnderWay(job)) throw epochSuperseded(reference);
  return job;
}

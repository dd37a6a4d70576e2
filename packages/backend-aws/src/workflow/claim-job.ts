import { EventWriter } from '../ledger/event-log.ts';
import { changeOwnJob } from '../ledger/job-ledger.ts';
import { currentEpoch } from '../ledger/stored-job.ts';
import { readSeal } from '../corpus/manifest.ts';
import { readOwnJob } from './own-job.ts';
import type { JobReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';
import { epochSuperseded } from './workflow-error.ts';

/** How long an owner holds a job unseen; the supervisor of its region renews it while the workflow runs. */
export const LEASE_MS = 3 * 60_000;

/** Takes a job for this owner, and tells that it has begun. */
export async function claimJob(reference: JobReference, context: WorkflowContext): Promise<JobReference> {
  const { tables, store, region } = context;
  const { corpusId } = await readOwnJob(reference, context);
  const leaseUntil = Date.now() + LEASE_MS;
  const job = await changeOwnJob(tables, reference, (own) => ({ ...own, state: 'running', region, leaseUntil }));
  if (job === undefined) throw epochSuperseded(reference);
  const epoch = currentEpoch(job);
  const events = await EventWriter.open(tables, { reference, epoch, before: epoch.eventBase });
  await events.write({ type: 'job-start', jobId: job.id, resumed: epoch.epoch > 1 });
  const { documents = 0, bytes = 0 } = (await readSeal(store, corpusId)) ?? {};
  await events.write({ type: 'corpus-sealed', documents, bytes });
  await events.flush();
  return reference;
}

/** Events that {@link claimJob} tells: the assembly goes on after them. */
export const CLAIM_EVENTS = 2;

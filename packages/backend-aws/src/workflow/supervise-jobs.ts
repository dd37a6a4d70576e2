import { DsgenError } from '@dsgen/core';
import type { Executions } from '../backend/executions.ts';
import { changeJob, changeOwnJob, getJob } from '../ledger/job-ledger.ts';
import { listMarkedJobs } from '../ledger/jobs-under-way.ts';
import { currentEpoch, isUnderWay, type StoredJob } from '../ledger/stored-job.ts';
import { LEASE_MS } from './claim-job.ts';
import { finalizeJob } from './finalize-job.ts';
import type { JobReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/** What one round of supervision did, by job. */
export interface Supervision {
  readonly renewed: readonly string[];
  readonly started: readonly string[];
  readonly ended: readonly string[];
  readonly takenOver: readonly string[];
}

type Deed = keyof Supervision;

/**
 * Looks at every job on the list. A job of this region whose execution runs keeps its lease; one whose execution never began
 * is started, one whose execution ended unseen is ended; of one that has ended, the end is told. A job of another region
 * whose lease has run out gets this region as its next owner.
 */
export async function superviseJobs(
  open: (tenant: string) => WorkflowContext,
  executions: Executions,
): Promise<Supervision> {
  const done: Record<Deed, string[]> = { renewed: [], started: [], ended: [], takenOver: [] };
  for await (const { tenant, jobId } of listMarkedJobs(open('').tables)) {
    const context = open(tenant);
    const job = await findJob(jobId, context);
    const deed = job === undefined ? undefined : await supervise({ tenant, job, executions, context });
    if (deed !== undefined) done[deed].push(jobId);
  }
  return done;
}

/** A job is marked before it is kept, so a mark may have no job yet. */
async function findJob(jobId: string, { tables }: WorkflowContext): Promise<StoredJob | undefined> {
  try {
    return await getJob(tables, jobId);
  } catch (error) {
    if (DsgenError.isInstance(error) && error.code === 'job-missing') return undefined;
    throw error;
  }
}

interface Supervised {
  readonly tenant: string;
  readonly job: StoredJob;
  readonly executions: Executions;
  readonly context: WorkflowContext;
}

async function supervise(supervised: Supervised): Promise<Deed | undefined> {
  const { tenant, job, executions, context } = supervised;
  const reference = { tenant, jobId: job.id, epoch: currentEpoch(job).epoch };
  if (!isUnderWay(job)) return tellEndOf(supervised, reference);
  if (job.region !== context.region) return takeOver(supervised);
  const state = await executions.state(reference);
  if (state === undefined) {
    await executions.start(reference);
    return 'started';
  }
  if (state === 'RUNNING' || state === 'PENDING_REDRIVE') return renew(reference, context);
  const error = { Error: 'WorkflowEnded', Cause: `its execution ended as ${state}` };
  await finalizeJob(state === 'SUCCEEDED' ? reference : { ...reference, error }, context);
  return 'ended';
}

/** Whoever ended the job died before its end was told. Events are kept in its own region, so only that one can tell it. */
async function tellEndOf({ job, context }: Supervised, reference: JobReference): Promise<Deed | undefined> {
  if (job.region !== context.region) return undefined;
  await finalizeJob(reference, context);
  return 'ended';
}

async function renew(reference: JobReference, { tables }: WorkflowContext): Promise<Deed> {
  await changeOwnJob(tables, reference, (job) => ({ ...job, leaseUntil: Date.now() + LEASE_MS }));
  return 'renewed';
}

/** Tables of work belong to a region: the events of the lost owner are out of reach, and the new one tells them anew. */
async function takeOver({ tenant, job, executions, context }: Supervised): Promise<Deed | undefined> {
  const { tables, region } = context;
  const known = currentEpoch(job);
  let isTaken = false;
  const taken = await changeJob(tables, job.id, (current) => {
    const hasExpired = current.leaseUntil !== undefined && current.leaseUntil < Date.now();
    isTaken = isUnderWay(current) && hasExpired && currentEpoch(current).epoch === known.epoch;
    if (!isTaken) return undefined;
    const epochs = [...current.epochs, { epoch: known.epoch + 1, eventBase: known.eventBase }];
    return { ...current, state: 'queued', region, epochs, leaseUntil: Date.now() + LEASE_MS };
  });
  if (!isTaken) return undefined;
  await executions.start({ tenant, jobId: taken.id, epoch: known.epoch + 1 });
  return 'takenOver';
}

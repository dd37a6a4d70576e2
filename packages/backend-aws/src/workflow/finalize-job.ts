import { findLoss } from '@dsgen/engine';
import type { JobFailure } from '@dsgen/core';
import { EventsEndedError, EventWriter, isEndTold } from '../ledger/event-log.ts';
import { changeOwnJob, getJob } from '../ledger/job-ledger.ts';
import { unmarkUnderWay } from '../ledger/jobs-under-way.ts';
import { currentEpoch, isUnderWay, type JobEnding, type StoredJob } from '../ledger/stored-job.ts';
import { WORKFLOW_ERRORS, type FinalizeInput, type JobReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/**
 * Ends a job, whatever came of it: every path of the workflow leads here. An owner that was superseded ends nothing. The mark
 * that the job is under way goes last: as long as it is there, a supervisor finishes what was begun here.
 */
export async function finalizeJob(input: FinalizeInput, context: Pick<WorkflowContext, 'tables'>): Promise<void> {
  const { tables } = context;
  const { tenant, jobId, epoch, error } = input;
  const reference = { tenant, jobId, epoch };
  const job = await getJob(tables, jobId);
  if (currentEpoch(job).epoch !== epoch) return;
  const ending = endingOf(job, error);
  if (isUnderWay(job)) await changeOwnJob(tables, reference, (own) => ({ ...own, ...ending }));
  await tellEnd(reference, context);
  await unmarkUnderWay(tables, reference);
}

function endingOf(job: StoredJob, error: FinalizeInput['error']): JobEnding {
  if (job.isCancelRequested || error?.Error === WORKFLOW_ERRORS.jobCancelled) return { state: 'cancelled' };
  if (error !== undefined) return { state: 'failed', error: describeError(error) };
  const loss = judgeLosses(job);
  return loss === undefined ? { state: 'done' } : { state: 'failed', error: loss };
}

/** A function's error arrives as JSON in the cause. */
function describeError({ Error: name, Cause: cause = '' }: NonNullable<FinalizeInput['error']>): JobFailure {
  const message = messageOf(cause) || name;
  return { code: 'workflow-failed', message: `The job failed: ${message}`, name: 'FaultError' };
}

function messageOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { readonly errorMessage?: unknown };
    return typeof errorMessage === 'string' ? errorMessage : cause;
  } catch {
    return cause;
  }
}

/** Everything is written before losses are judged. */
function judgeLosses({ ledger, recipe }: StoredJob): JobFailure | undefined {
  const loss = ledger === undefined ? undefined : findLoss(ledger, recipe);
  if (loss === undefined) return undefined;
  const { code, message, fix } = loss;
  return { code, message, name: 'LossError', ...(fix === undefined ? {} : { fix }) };
}

const MAX_ATTEMPTS = 5;

/** The end is told once, after whatever else was told. */
async function tellEnd(reference: JobReference, { tables }: Pick<WorkflowContext, 'tables'>): Promise<void> {
  const job = await getJob(tables, reference.jobId);
  const { state } = job;
  if (state !== 'done' && state !== 'failed' && state !== 'cancelled') return;
  for (let attempt = 1; ; attempt += 1) {
    // Its place is fixed before the look: whoever tells the end after the look takes that place, and this write fails.
    const events = await EventWriter.open(tables, { reference, epoch: currentEpoch(job) });
    if (await isEndTold(tables, reference)) return;
    await events.write({
      type: 'job-end',
      state,
      ...(job.ledger === undefined ? {} : { ledger: job.ledger }),
      ...(job.datasetId === undefined ? {} : { dataset: job.datasetId }),
      ...(job.error === undefined ? {} : { error: job.error.message }),
    });
    try {
      return await events.flush();
    } catch (error) {
      if (!(error instanceof EventsEndedError) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

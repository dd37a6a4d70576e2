import { assembleJob } from './assemble-job.ts';
import { claimJob } from './claim-job.ts';
import { finalizeJob } from './finalize-job.ts';
import { planJob } from './plan-job.ts';
import { processShard } from './process-shard.ts';
import { publishJob } from './publish-job.ts';
import { settleJob } from './settle-job.ts';
import { WORK_LANES, WORKFLOW_ERRORS, type JobPlan, type JobReference, type ShardReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/**
 * Runs all steps of a job in this process, in the order and with the error paths of the state machine: for tests, and for
 * hosts without Step Functions.
 */
export async function runWorkflow(reference: JobReference, context: WorkflowContext): Promise<void> {
  try {
    await claimJob(reference, context);
    await runLanes(await planJob(reference, context), context);
    for (;;) {
      const settled = await settleJob(reference, context);
      if (settled.verdict === 'complete') break;
      await runLanes(settled, context);
    }
    await assembleJob(reference, context);
    await publishJob(reference, context);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    await finalizeJob({ ...reference, error: { Error: name, Cause: message } }, context);
    return;
  }
  await finalizeJob(reference, context);
}

async function runLanes({ tenant, jobId, epoch, lanes }: JobPlan, context: WorkflowContext): Promise<void> {
  for (const lane of WORK_LANES) {
    for (let index = 0; index < lanes[lane].shards; index += 1) {
      const shard = lanes[lane].inline[index]?.shard ?? index;
      await attempt({ tenant, jobId, epoch, lane, shard }, context);
    }
  }
}

/** A shard that fails is seen by its missing result; an owner that lost the job must stop. */
async function attempt(shard: ShardReference, context: WorkflowContext): Promise<void> {
  try {
    await processShard(shard, context);
  } catch (error) {
    const { epochSuperseded, jobCancelled } = WORKFLOW_ERRORS;
    if (error instanceof Error && [epochSuperseded, jobCancelled].some((name) => name === error.name)) throw error;
  }
}

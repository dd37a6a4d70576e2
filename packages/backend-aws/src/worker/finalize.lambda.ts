import { finalizeJob } from '../workflow/finalize-job.ts';
import type { FinalizeInput, JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

/** What EventBridge says of an execution that ended where the workflow could not see it. */
interface StatusChange {
  readonly detail: { readonly input: string; readonly status: string };
}

export function handler(event: FinalizeInput | StatusChange): ReturnType<typeof finalizeJob> {
  const input = 'detail' in event ? fromStatusChange(event) : event;
  return finalizeJob(input, openContext(input.tenant));
}

function fromStatusChange({ detail }: StatusChange): FinalizeInput {
  const { tenant, jobId, epoch } = JSON.parse(detail.input) as JobReference;
  return { tenant, jobId, epoch, error: { Error: 'WorkflowEnded', Cause: `its execution ended as ${detail.status}` } };
}

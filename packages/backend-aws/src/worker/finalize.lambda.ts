import { finalizeJob } from '../workflow/finalize-job.ts';
import type { FinalizeInput, JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

/** What EventBridge says of an execution that ended where the workflow could not see it. */
interface StatusChange {
  readonly detail: { readonly input: string; readonly status: string };
}

/** Such a notice as a queue hands it over, one at a time; when this throws, it comes again. */
interface QueuedStatusChange {
  readonly Records: ReadonlyArray<{ readonly body: string }>;
}

export function handler(event: FinalizeInput | StatusChange | QueuedStatusChange): ReturnType<typeof finalizeJob> {
  const input = readEvent(event);
  return finalizeJob(input, openContext(input.tenant));
}

function readEvent(event: FinalizeInput | StatusChange | QueuedStatusChange): FinalizeInput {
  if ('Records' in event) return readEvent(JSON.parse(event.Records[0]?.body ?? '{}') as StatusChange);
  return 'detail' in event ? fromStatusChange(event) : event;
}

function fromStatusChange({ detail }: StatusChange): FinalizeInput {
  const { tenant, jobId, epoch } = JSON.parse(detail.input) as JobReference;
  return { tenant, jobId, epoch, error: { Error: 'WorkflowEnded', Cause: `its execution ended as ${detail.status}` } };
}

import { settleJob } from '../workflow/settle-job.ts';
import type { JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: JobReference): ReturnType<typeof settleJob> {
  return settleJob(event, openContext(event.tenant));
}

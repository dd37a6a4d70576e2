import { claimJob } from '../workflow/claim-job.ts';
import type { JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: JobReference): ReturnType<typeof claimJob> {
  return claimJob(event, openContext(event.tenant));
}

import { planJob } from '../workflow/plan-job.ts';
import type { JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: JobReference): ReturnType<typeof planJob> {
  return planJob(event, openContext(event.tenant));
}

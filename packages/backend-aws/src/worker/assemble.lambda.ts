import { assembleJob } from '../workflow/assemble-job.ts';
import type { JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: JobReference): ReturnType<typeof assembleJob> {
  return assembleJob(event, openContext(event.tenant));
}

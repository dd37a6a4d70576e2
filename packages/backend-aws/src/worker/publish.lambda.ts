import { publishJob } from '../workflow/publish-job.ts';
import type { JobReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: JobReference): ReturnType<typeof publishJob> {
  return publishJob(event, openContext(event.tenant));
}

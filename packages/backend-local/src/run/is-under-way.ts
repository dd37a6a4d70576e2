import type { JobInfo } from '@dsgen/core';

/** Whether a job waits or runs, here or in another process. */
export function isUnderWay({ state }: Pick<JobInfo, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

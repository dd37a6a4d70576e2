import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Host } from '../host.ts';
import { isUnderWay } from './is-under-way.ts';
import { recordLogPath } from './record-log-path.ts';

/** Jobs whose events and record logs are kept. */
const KEPT_JOBS = 20;

/** Removes events and record logs of all but the latest jobs, so that a store used every day does not grow with them. Datasets stay. */
export async function forgetOldRuns(host: Host): Promise<void> {
  const old = host.state.jobs.list().slice(0, -KEPT_JOBS);
  for (const job of old) {
    if (isUnderWay(job)) continue;
    host.state.events.delete(job.id);
    await rm(dirname(recordLogPath(host.folder, job.id)), { recursive: true, force: true });
  }
}

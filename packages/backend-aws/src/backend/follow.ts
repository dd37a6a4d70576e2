import { setTimeout as wait } from 'node:timers/promises';
import type { AbortableOptions } from '@dsgen/core';
import { getJob } from '../ledger/job-ledger.ts';
import { isUnderWay, type StoredJob } from '../ledger/stored-job.ts';
import type { PlatformParts } from './platform-parts.ts';

export interface FollowOptions extends AbortableOptions {
  /** Whether more may come although the job has ended. Default: nothing more. */
  readonly hasNews?: (job: StoredJob) => Promise<boolean>;
}

const DEFAULT_POLL_MS = 500;
/**
 * News of a job that has ended are waited for so often, then given up: with the default for three minutes. When whoever ended the
 * job died before telling so, the supervisor tells it within a minute.
 */
const LOOKS_AFTER_END = 360;

/** The job as it stands, again and again; the last time after its end, so that what is read then is all there is. */
export async function* follow(
  { tables, pollMs = DEFAULT_POLL_MS }: PlatformParts,
  jobId: string,
  { signal, hasNews }: FollowOptions,
): AsyncGenerator<StoredJob> {
  const options = signal === undefined ? {} : { signal };
  let looksLeft = LOOKS_AFTER_END;
  for (;;) {
    signal?.throwIfAborted();
    const job = await getJob(tables, jobId, options);
    const isLast = !isUnderWay(job) && ((looksLeft -= 1) < 0 || !((await hasNews?.(job)) ?? false));
    yield job;
    if (isLast) return;
    await wait(pollMs, undefined, options);
  }
}

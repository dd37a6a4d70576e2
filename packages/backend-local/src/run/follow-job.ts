import type { CursorOptions, DatasetRecord, JobEvent } from '@dsgen/core';
import { readDatasetFolder } from '../read-dataset-folder.ts';
import type { Host } from '../host.ts';
import { exists } from '../store/durable-file.ts';
import type { JobQueue } from './job-queue.ts';
import { LineReader } from './line-file.ts';
import { recordLogPath } from './record-log-path.ts';

export interface FollowedJob {
  readonly host: Host;
  readonly queue: JobQueue;
  readonly jobId: string;
}

const EVENTS_PER_PAGE = 200;
/** How often a job that runs in another process is looked at. */
const POLL_MS = 250;

/** The events of a job from a cursor until it ends, also when it runs in another process. */
export async function* followEvents(job: FollowedJob, options: CursorOptions = {}): AsyncGenerator<JobEvent> {
  let cursor = options.after ?? 0;
  for (;;) {
    options.signal?.throwIfAborted();
    // Asked before reading: what was told before the end is then certainly read after it.
    const isLast = hasEnded(job);
    const page = job.host.state.events.after(job.jobId, cursor, EVENTS_PER_PAGE);
    for (const event of page) {
      yield event;
      cursor = event.sequence;
    }
    if (page.length === EVENTS_PER_PAGE) continue;
    if (isLast) return;
    await waitForNews(job, options.signal);
  }
}

/** The records of a job from a cursor until it ends. */
export async function* followRecords(job: FollowedJob, options: CursorOptions = {}): AsyncGenerator<DatasetRecord> {
  const path = recordLogPath(job.host.folder, job.jobId);
  while (!(await exists(path)) && !hasEnded(job)) await waitForNews(job, options.signal);
  if (await exists(path)) yield* followRecordLog(job, path, options);
  else yield* readFinishedDataset(job, options);
}

async function* followRecordLog(job: FollowedJob, path: string, options: CursorOptions): AsyncGenerator<DatasetRecord> {
  const reader = await LineReader.open(path);
  let toSkip = options.after ?? 0;
  try {
    for (;;) {
      const isLast = hasEnded(job);
      for await (const line of reader.lines()) {
        options.signal?.throwIfAborted();
        if (toSkip > 0) toSkip -= 1;
        else yield JSON.parse(line) as DatasetRecord;
      }
      if (isLast) return;
      await waitForNews(job, options.signal);
    }
  } finally {
    await reader.close();
  }
}

/** The log of an old job may have been deleted; its dataset says the same. */
async function* readFinishedDataset(
  { host, jobId }: FollowedJob,
  options: CursorOptions,
): AsyncGenerator<DatasetRecord> {
  const dataset = host.state.datasets.get(jobId);
  if (dataset !== undefined) yield* readDatasetFolder(dataset.location, options);
}

function hasEnded({ queue, jobId }: FollowedJob): boolean {
  return !queue.isUnderWay(jobId);
}

async function waitForNews({ queue, jobId }: FollowedJob, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await queue.feed(jobId).next(POLL_MS);
  signal?.throwIfAborted();
}

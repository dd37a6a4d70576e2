import type { Dsgen, JobInfo } from '@dsgen/sdk';
import { applyEvent, INITIAL_PROGRESS, type QuarantinedDocument } from './render/progress-state.ts';

export interface JobReport {
  readonly job: JobInfo;
  /** Where the dataset is, once there is one. */
  readonly location?: string;
  readonly quarantine: readonly QuarantinedDocument[];
}

/** A job with what its events tell about documents that were lost. */
export async function readJob(dsgen: Dsgen, jobId: string, signal: AbortSignal): Promise<JobReport> {
  const job = await dsgen.jobs.get(jobId, { signal });
  const { quarantine } =
    job.state === 'queued' || job.state === 'running' ? INITIAL_PROGRESS : await replay(dsgen, jobId, signal);
  const dataset = job.datasetId === undefined ? undefined : await dsgen.datasets.get(job.datasetId, { signal });
  return { job, quarantine, ...(dataset === undefined ? {} : { location: dataset.location }) };
}

/** A resumed job tells of its documents again: only what follows the last start counts. */
async function replay(dsgen: Dsgen, jobId: string, signal: AbortSignal): Promise<typeof INITIAL_PROGRESS> {
  let state = INITIAL_PROGRESS;
  for await (const event of dsgen.jobs.events(jobId, { signal })) {
    state = event.type === 'job-start' ? INITIAL_PROGRESS : applyEvent(state, event);
  }
  return state;
}

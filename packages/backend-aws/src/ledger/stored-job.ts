import type { JobFailure, JobInfo, JobState, LedgerSums, Recipe } from '@dsgen/core';
import type { JobWork } from '../price/job-work.ts';
import { priceJob } from '../price/price-job.ts';

/** One owner of a job. Its events come after those of the owners before it. */
export interface JobEpoch {
  readonly epoch: number;
  /** Sequence of the last event of earlier epochs; what they say later is not told. */
  readonly eventBase: number;
}

/** A job as the ledger keeps it. */
export interface StoredJob {
  readonly id: string;
  readonly state: JobState;
  readonly corpusId: string;
  readonly corpusName: string;
  readonly recipe: Recipe;
  readonly datasetName: string;
  /** The region that owns the job now. */
  readonly region: string;
  /** All owners, the present one last. */
  readonly epochs: readonly JobEpoch[];
  /** Until when the owner holds the job, in milliseconds since 1970. Absent before the first claim. */
  readonly leaseUntil?: number;
  readonly isCancelRequested: boolean;
  readonly datasetId?: string;
  readonly ledger?: LedgerSums;
  /** What its workers measured, once its dataset is assembled. */
  readonly work?: JobWork;
  readonly error?: JobFailure;
}

/** What may change of a job when it ends. */
export type JobEnding = Pick<StoredJob, 'state' | 'ledger' | 'error'>;

export function currentEpoch({ epochs }: StoredJob): JobEpoch {
  return epochs.at(-1) ?? { epoch: 1, eventBase: 0 };
}

/** Whether a job waits or runs. */
export function isUnderWay({ state }: Pick<StoredJob, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

export function toJobInfo({ id, state, corpusId, recipe, datasetId, ledger, work, error }: StoredJob): JobInfo {
  return {
    id,
    state,
    corpusId,
    recipe,
    ...(datasetId === undefined ? {} : { datasetId }),
    ...(ledger === undefined ? {} : { ledger }),
    ...(work === undefined ? {} : { cost: priceJob(work) }),
    ...(error === undefined ? {} : { error }),
  };
}

/**
 * What the states of the workflow hand each other. They carry names and numbers only; everything else is in S3 and in the
 * tables, under keys that these give.
 */

/** Input of the workflow and of every step. `epoch` counts the owners of a job: only the latest may publish. */
export interface JobReference {
  readonly tenant: string;
  readonly jobId: string;
  readonly epoch: number;
}

export const WORK_LANES = ['fast', 'standard', 'heavy'] as const;
export type WorkLane = (typeof WORK_LANES)[number];

/** One shard of a lane, and all that the `process` step is given. Its items are at {@link shardKey}. */
export interface ShardReference extends JobReference {
  readonly lane: WorkLane;
  readonly shard: number;
}

/** The shards of one lane. */
export interface LanePlan {
  readonly shards: number;
  /** Children of the array job that works on the lane: `arraySizeOf(shards)`. */
  readonly arraySize: number;
  /** Bucket and key, with the tenant, of a JSON array of `ShardReference`: what a Distributed Map reads. */
  readonly bucket: string;
  readonly key: string;
  /** The same array, when it is short enough to travel in the state; else empty. */
  readonly inline: readonly ShardReference[];
  readonly isInline: boolean;
}

/** What the `plan` step answers. */
export interface JobPlan extends JobReference {
  readonly lanes: Readonly<Record<WorkLane, LanePlan>>;
}

/** What the `process` step answers. */
export interface ShardResult {
  readonly lane: WorkLane;
  readonly shard: number;
  readonly done: number;
  readonly refused: number;
  /** Milliseconds that the worker was occupied, whatever it waited for: what AWS bills. */
  readonly workerMs: number;
  /** Of the documents. */
  readonly bytes: number;
  /** Of what was kept of them by this attempt; what existed already is not counted again. */
  readonly artefactBytes: number;
}

/**
 * What the `settle` step answers, after all lanes have ended. `again`: some shards have no result; `lanes` holds them and the
 * lanes run once more. `complete`: every document has ended; those that no attempt could finish are quarantined and counted.
 */
export interface SettleResult extends JobPlan {
  readonly verdict: 'complete' | 'again';
  /** Small corpora are assembled by a function, large ones by a container, which has no time limit. */
  readonly assembleOn: 'lambda' | 'batch';
  readonly quarantined: number;
}

/** Names of errors that the workflow tells apart; thrown by a step as the error's `name`. */
export const WORKFLOW_ERRORS = {
  /** `claim` and `publish`: a later epoch owns the job. */
  epochSuperseded: 'EpochSuperseded',
  /** Any step: the job was cancelled. */
  jobCancelled: 'JobCancelled',
} as const;

/** Input of the `finalize` step: `error` is set by the state that caught one. */
export interface FinalizeInput extends JobReference {
  readonly error?: { readonly Error: string; readonly Cause?: string };
}

/** Shards that travel in the state: an array of 40 is under 8 KiB of the 256 KiB a state may be. */
export const MAX_INLINE_SHARDS = 40;

/** Items of one shard, a JSON array of `CorpusItem`. */
export function shardKey({ jobId, epoch, lane, shard }: ShardReference): string {
  return `${shardPrefix({ jobId, epoch })}${lane}-${String(shard).padStart(5, '0')}.json`;
}

/** The array a Distributed Map reads. */
export function laneKey({ jobId, epoch }: JobReference, lane: WorkLane): string {
  return `runs/${jobId}/${epoch}/lanes/${lane}.json`;
}

/** Where a shard's {@link ShardResult} is: a shard that has one needs no further attempt. */
export function resultKey({ jobId, epoch, lane, shard }: ShardReference): string {
  return `${resultPrefix({ jobId, epoch })}${lane}-${String(shard).padStart(5, '0')}.json`;
}

export function resultPrefix({ jobId, epoch }: Pick<JobReference, 'jobId' | 'epoch'>): string {
  return `runs/${jobId}/${epoch}/results/`;
}

export function shardPrefix({ jobId, epoch }: Pick<JobReference, 'jobId' | 'epoch'>): string {
  return `runs/${jobId}/${epoch}/shards/`;
}

/** A note per round of the `settle` step. */
export function settleKey({ jobId, epoch }: JobReference, round: string): string {
  return `runs/${jobId}/${epoch}/rounds/${round}`;
}

/** What a job's codec needs of the user's files: a JSON Schema, a chat template. */
export function codecKey(jobId: string): string {
  return `runs/${jobId}/codec.json`;
}

/** Where the files of a dataset are. */
export function datasetPrefix({ jobId, epoch }: Pick<JobReference, 'jobId' | 'epoch'>): string {
  return `gold/${jobId}/${epoch}/`;
}

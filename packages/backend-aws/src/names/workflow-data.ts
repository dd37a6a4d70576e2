/**
 * What passes between the states of the workflow. Every value here is small: documents, shards and results stay in the
 * bucket and only their keys travel, because the data of one execution is limited to 256 KiB.
 */

/** Input of an execution; its name is `<jobId>-<epoch>`, so starting it twice is one execution. */
export interface WorkflowInput {
  readonly tenant: string;
  readonly jobId: string;
  /** Grows by one with every owner of the job; what an older owner publishes is refused. */
  readonly epoch: number;
}

/** Every function gets the whole data of the workflow as its event, so it knows the job it works for. */
export type ClaimEvent = WorkflowInput;

export interface ClaimResult {
  /** False when a later epoch owns the job already. */
  readonly claimed: boolean;
}

export type PlanEvent = WorkflowInput;

/** A run of lines of a lane's document list: one batch of the fast lane, one array child of the others. */
export interface ShardReference {
  /** Numbered from 0 within its lane. */
  readonly shard: number;
  /** Key of a JSONL object with one planned document per line. */
  readonly key: string;
  /** First byte of the shard in it, and its length. */
  readonly start: number;
  readonly bytes: number;
  readonly documents: number;
}

/** One array job: children `0 … size - 1` work on the shards `offset … offset + size - 1`. */
export interface ShardArray {
  readonly offset: number;
  /** At least 2, which AWS Batch demands; a child beyond the last shard has nothing to do and ends well. */
  readonly size: number;
}

export interface FastLanePlan {
  readonly shards: number;
  /** Key of a JSON array of {@link ShardReference}. */
  readonly key: string;
}

export interface BatchLanePlan extends FastLanePlan {
  readonly arrays: readonly ShardArray[];
}

export interface WorkflowPlan {
  /** 1, then 2 for what the first attempt left. */
  readonly attempt: number;
  readonly fast: FastLanePlan;
  readonly standard: BatchLanePlan;
  readonly heavy: BatchLanePlan;
  readonly massive: BatchLanePlan;
}

/** What one child of the fast lane gets. */
export interface ProcessEvent extends WorkflowInput {
  readonly item: ShardReference;
}

/** Documents of a shard by what became of them; the documents themselves are in the shard's own result object. */
export interface ProcessResult {
  readonly shard: number;
  readonly done: number;
  readonly skipped: number;
  readonly quarantined: number;
  /** Left because time ran out; the second attempt takes them. */
  readonly left: number;
}

export interface SettleEvent extends WorkflowInput {
  readonly plan: WorkflowPlan;
}

export interface SettleResult {
  /**
   * `again`: `plan` holds what the lanes left, one document per shard. `complete`: every document has ended; those that no
   * attempt could finish are quarantined. `too-many-losses`: more of them than the job tolerates.
   */
  readonly verdict: 'complete' | 'again' | 'too-many-losses';
  readonly plan?: WorkflowPlan;
  /** Where the datasets of this size are assembled. */
  readonly assembleOn: 'lambda' | 'batch';
  readonly documents: {
    readonly total: number;
    readonly done: number;
    readonly skipped: number;
    readonly quarantined: number;
  };
}

export type AssembleEvent = WorkflowInput;
export type PublishEvent = WorkflowInput;

/** `superseded`: a later epoch owns the job, so nothing is written. */
export type WorkflowOutcome = 'done' | 'failed' | 'too-many-losses' | 'superseded';

/** From the last state of the workflow, or from the event rule when an execution was aborted or timed out. */
export interface FinalizeEvent extends WorkflowInput {
  readonly outcome: WorkflowOutcome | 'aborted';
  /** What Step Functions caught. */
  readonly failure?: { readonly Error?: string; readonly Cause?: string };
}

/** Thrown by `publish` and `claim` when a later epoch owns the job; the workflow catches it by this name. */
export const EPOCH_SUPERSEDED = 'EpochSuperseded';

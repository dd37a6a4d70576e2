import type { WorkerFunction } from '@dsgen/backend-aws/names';

/** What the workflow calls. In a template these are placeholders, which CloudFormation fills with the real names. */
export interface WorkflowTargets {
  readonly functionArns: Readonly<Record<Exclude<WorkerFunction, 'supervisor'>, string>>;
  readonly bucket: string;
  readonly topicArn: string;
  /** Shards of the fast lane at once: below the concurrency reserved for them, so that nothing is throttled. */
  readonly fastConcurrency: number;
  /** Absent where only Lambda runs work; the planner then fills the fast lane only. */
  readonly batch?: BatchTargets;
  /** Absent unless chosen; takes heavy lanes of more shards than {@link SparkTargets.minShards}. */
  readonly spark?: SparkTargets;
}

export interface BatchTargets {
  readonly spotQueueArn: string;
  readonly onDemandQueueArn: string;
  readonly standardDefinitionArn: string;
  readonly heavyDefinitionArn: string;
}

export interface SparkTargets {
  readonly applicationId: string;
  readonly roleArn: string;
  /** `s3://` address of the entry point. */
  readonly entryPoint: string;
  readonly minShards: number;
}

import { batchJob } from './batch-job.ts';
import { sparkJob } from './spark-job.ts';
import type { ChoiceState, StateMachine, States } from './states.ts';
import type { BatchTargets, SparkTargets } from './targets.ts';

const HOUR = 3600;

/** The two lanes that run on AWS Batch. A shard's own limit is in the job definition; these bound the whole lane. */
const LANES = {
  standard: { title: 'Standard', onSpotSeconds: 6 * HOUR, onDemandSeconds: 24 * HOUR },
  heavy: { title: 'Heavy', onSpotSeconds: 12 * HOUR, onDemandSeconds: 48 * HOUR },
} as const;

export interface BatchLaneOptions {
  readonly lane: keyof typeof LANES;
  readonly batch: BatchTargets;
  readonly spark?: SparkTargets;
}

/**
 * A lane of longer shards: on Spot capacity first; what is interrupted too often, or finds no capacity in time, runs again
 * on demand, where shards that are done already end at once. What fails there too is left for `settle`.
 */
export function batchLane({ lane, batch, spark }: BatchLaneOptions): StateMachine {
  const { title, onSpotSeconds, onDemandSeconds } = LANES[lane];
  const definitionArn = lane === 'standard' ? batch.standardDefinitionArn : batch.heavyDefinitionArn;
  const onSpark = lane === 'heavy' ? spark : undefined;
  const end = `${title}End`;
  const states: States = {
    [`${title}Work`]: work(lane, title, onSpark),
    ...(onSpark === undefined
      ? {}
      : { [`${title}OnSpark`]: sparkJob({ spark: onSpark, next: end, otherwise: `${title}OnSpot` }) }),
    [`${title}OnSpot`]: batchJob({
      work: 'process',
      lane,
      queueArn: batch.spotQueueArn,
      definitionArn,
      timeoutSeconds: onSpotSeconds,
      catches: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: `${title}OnDemand` }],
      next: end,
    }),
    [`${title}OnDemand`]: batchJob({
      work: 'process',
      lane,
      queueArn: batch.onDemandQueueArn,
      definitionArn,
      timeoutSeconds: onDemandSeconds,
      catches: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: end }],
      next: end,
    }),
    [end]: { Type: 'Pass', End: true },
  };
  return { StartAt: `${title}Work`, States: states };
}

function work(lane: string, title: string, spark: SparkTargets | undefined): ChoiceState {
  const shards = `$.plan.lanes.${lane}.shards`;
  return {
    Type: 'Choice',
    Choices: [
      { Variable: shards, NumericEquals: 0, Next: `${title}End` },
      ...(spark === undefined
        ? []
        : [{ Variable: shards, NumericGreaterThanEquals: spark.minShards, Next: `${title}OnSpark` }]),
    ],
    Default: `${title}OnSpot`,
  };
}

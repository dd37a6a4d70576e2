import { lambdaTask } from './lambda-task.ts';
import { READER_RETRIES, SHARD_RETRIES } from './retries.ts';
import type { MapState, StateMachine } from './states.ts';
import type { WorkflowTargets } from './targets.ts';

/** What a shard may take at most. An Express child lives 300 s, so 60 s are left for the waits between tries. */
export const SHARD_TIMEOUT_SECONDS = 240;
/** More shards than any lane has: the map itself never fails because shards did; `settle` counts what is missing. */
const TOLERATE_ALL = 100_000_000;

/**
 * The fast lane: one Lambda call per shard. Few shards travel in the state and run in this execution; more are read from
 * the bucket, each as a child of its own. The planner makes the shards, so no batching here; each shard writes its own result.
 */
export function fastLane(targets: WorkflowTargets): StateMachine {
  return {
    StartAt: 'FastWork',
    States: {
      FastWork: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.plan.lanes.fast.shards', NumericEquals: 0, Next: 'FastEnd' },
          { Variable: '$.plan.lanes.fast.isInline', BooleanEquals: true, Next: 'FastInline' },
        ],
        Default: 'FastDistributed',
      },
      FastInline: {
        ...shared(targets, { ProcessorConfig: { Mode: 'INLINE' }, prefix: 'Inline' }),
        ItemsPath: '$.plan.lanes.fast.inline',
        MaxConcurrency: Math.min(targets.fastConcurrency, 40),
      },
      FastDistributed: {
        ...shared(targets, {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          prefix: 'Distributed',
        }),
        Label: 'Fast',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { 'Bucket.$': '$.plan.lanes.fast.bucket', 'Key.$': '$.plan.lanes.fast.key' },
        },
        // Without a writer the answers of all children come back as one value, and 256 KiB hold only some thousands.
        ResultWriter: {
          Resource: 'arn:aws:states:::s3:putObject',
          Parameters: {
            Bucket: targets.bucket,
            'Prefix.$': "States.Format('runs/{}/{}/{}/map', $.tenant, $.jobId, $.epoch)",
          },
        },
        ToleratedFailureCount: TOLERATE_ALL,
        MaxConcurrency: targets.fastConcurrency,
      },
      FastEnd: { Type: 'Pass', End: true },
    },
  };
}

interface ProcessorOptions {
  readonly ProcessorConfig: Readonly<Record<string, string>>;
  /** Names of states are unique in the whole definition. */
  readonly prefix: string;
}

function shared(targets: WorkflowTargets, options: ProcessorOptions): Omit<MapState, 'MaxConcurrency'> {
  const { ProcessorConfig, prefix } = options;
  return {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig,
      StartAt: `${prefix}Shard`,
      States: {
        [`${prefix}Shard`]: lambdaTask({
          functionArn: targets.functionArns.process,
          payload: '$',
          timeoutSeconds: SHARD_TIMEOUT_SECONDS,
          retries: SHARD_RETRIES,
          catches: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: `${prefix}Left` }],
          next: `${prefix}Done`,
        }),
        [`${prefix}Done`]: { Type: 'Succeed' },
        [`${prefix}Left`]: { Type: 'Succeed', Comment: 'Left for settle, which finds that the shard has no result.' },
      },
    },
    ResultPath: null,
    Retry: READER_RETRIES,
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'FastEnd' }],
    Next: 'FastEnd',
  };
}

import type { TaskState } from './states.ts';
import type { SparkTargets } from './targets.ts';

/** A lane so long that scheduling its shards is work of its own takes this long at most. */
const TIMEOUT_SECONDS = 24 * 3600;

export interface SparkJobOptions {
  readonly spark: SparkTargets;
  readonly next: string;
  /** State for when it fails. */
  readonly otherwise: string;
}

/** The heavy lane on EMR Serverless: Spark pipes shards to the same worker that containers run. */
export function sparkJob({ spark, next, otherwise }: SparkJobOptions): TaskState {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::emr-serverless:startJobRun.sync',
    Parameters: {
      ApplicationId: spark.applicationId,
      'ClientToken.$': "States.Format('{}-{}-heavy', $.jobId, $.epoch)",
      ExecutionRoleArn: spark.roleArn,
      'Name.$': "States.Format('dsgen-{}-{}', $.jobId, $.epoch)",
      JobDriver: {
        SparkSubmit: {
          EntryPoint: spark.entryPoint,
          'EntryPointArguments.$':
            "States.Array('--tenant', $.tenant, '--job', $.jobId, '--epoch', States.Format('{}', $.epoch), '--lane', 'heavy')",
        },
      },
    },
    ResultPath: null,
    TimeoutSeconds: TIMEOUT_SECONDS,
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: otherwise }],
    Next: next,
  };
}

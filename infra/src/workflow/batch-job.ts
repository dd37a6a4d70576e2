import { CONTAINER_ENVIRONMENT } from '@dsgen/backend-aws/names';
import { SUBMIT_RETRIES } from './retries.ts';
import type { Catch, TaskState } from './states.ts';

export interface BatchJobOptions {
  /** Part of the job's name, and what the container is told to do. */
  readonly work: 'process' | 'assemble';
  /** Only for `process`: its shards are the children of an array job. */
  readonly lane?: 'standard' | 'heavy';
  readonly queueArn: string;
  readonly definitionArn: string;
  /** From submission, so waiting for capacity counts. */
  readonly timeoutSeconds: number;
  readonly catches: readonly Catch[];
  readonly next: string;
}

/** One job of AWS Batch; one state, however many children the array has. */
export function batchJob(options: BatchJobOptions): TaskState {
  const { work, lane, queueArn, definitionArn, timeoutSeconds, catches, next } = options;
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::batch:submitJob.sync',
    Parameters: {
      'JobName.$': `States.Format('dsgen-{}-{}-${lane ?? work}', $.jobId, $.epoch)`,
      JobQueue: queueArn,
      JobDefinition: definitionArn,
      PropagateTags: true,
      Tags: { 'dsgen:job.$': '$.jobId' },
      ...(lane === undefined ? {} : { ArrayProperties: { 'Size.$': `$.plan.lanes.${lane}.arraySize` } }),
      ContainerOverrides: { Environment: environment(work, lane) },
    },
    ResultPath: null,
    TimeoutSeconds: timeoutSeconds,
    Retry: SUBMIT_RETRIES,
    Catch: catches,
    Next: next,
  };
}

function environment(work: string, lane: string | undefined): readonly Readonly<Record<string, string>>[] {
  const { work: workName, tenant, jobId, epoch, lane: laneName } = CONTAINER_ENVIRONMENT;
  const job = [
    { Name: workName, Value: work },
    { Name: tenant, 'Value.$': '$.tenant' },
    { Name: jobId, 'Value.$': '$.jobId' },
    { Name: epoch, 'Value.$': "States.Format('{}', $.epoch)" },
  ];
  return lane === undefined ? job : [...job, { Name: laneName, Value: lane }];
}

import type { Catch, Retry, TaskState } from './states.ts';

export interface LambdaTaskOptions {
  readonly functionArn: string;
  readonly payload: Readonly<Record<string, unknown>> | '$';
  /** What is kept of the answer, by member of `$.Payload`, and under which name. Default: nothing. */
  readonly keep?: { readonly path: string; readonly members: readonly string[] };
  readonly timeoutSeconds: number;
  readonly retries: readonly Retry[];
  readonly catches: readonly Catch[];
  readonly next: string;
}

/** The job a step works for: all that most steps need. */
export const JOB_REFERENCE = { 'tenant.$': '$.tenant', 'jobId.$': '$.jobId', 'epoch.$': '$.epoch' } as const;

/** A step that a Lambda function takes. */
export function lambdaTask(options: LambdaTaskOptions): TaskState {
  const { functionArn, payload, keep, timeoutSeconds, retries, catches, next } = options;
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionArn, ...(payload === '$' ? { 'Payload.$': '$' } : { Payload: payload }) },
    ...(keep === undefined ? {} : { ResultSelector: members(keep.members) }),
    ResultPath: keep?.path ?? null,
    TimeoutSeconds: timeoutSeconds,
    Retry: retries,
    Catch: catches,
    Next: next,
  };
}

function members(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`${name}.$`, `$.Payload.${name}`]));
}

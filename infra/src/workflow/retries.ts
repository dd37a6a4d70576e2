import { WORKFLOW_ERRORS } from '@dsgen/backend-aws/names';
import type { Catch, Retry } from './states.ts';

/** An answer, not an accident: trying again gives it again. */
const SETTLED: Retry = { ErrorEquals: Object.values(WORKFLOW_ERRORS), MaxAttempts: 0 };

/** Lambda itself is busy or hiccups. 2 + 4 + 8 + 16 + 32 = at most 62 s of waiting, spread at random. */
const LAMBDA_BUSY: Retry = {
  ErrorEquals: [
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
  ],
  IntervalSeconds: 2,
  MaxAttempts: 5,
  BackoffRate: 2,
  JitterStrategy: 'FULL',
};

/** The function died or ran out of time. Every step finds what is done already, so a second try is a resume. 5 + 10 = 15 s. */
const STEP_FAILED: Retry = {
  ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
  IntervalSeconds: 5,
  MaxAttempts: 2,
  BackoffRate: 2,
};

/** For the steps of which a job has one. */
export const STEP_RETRIES: readonly Retry[] = [SETTLED, LAMBDA_BUSY, STEP_FAILED];

/**
 * For shards: no second try of a function that died, since the shard gets another round after all others have ended. With the
 * 240 s that a shard may take, 62 s of waiting would not fit into the 300 s of an Express child, so it waits 2 + 4 + 8 + 16 = 30 s at most.
 */
export const SHARD_RETRIES: readonly Retry[] = [{ ...LAMBDA_BUSY, MaxAttempts: 4 }];

/** Whether a job becomes known as ended hangs on this one: 2 + 4 + … + 60 + 60 + 60 = at most 242 s. */
export const FINALIZE_RETRIES: readonly Retry[] = [
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 8, BackoffRate: 2, MaxDelaySeconds: 60 },
];

/** AWS Batch did not take the job. 10 + 20 + 40 = at most 70 s. */
export const SUBMIT_RETRIES: readonly Retry[] = [
  {
    ErrorEquals: ['Batch.ServerException', 'Batch.TooManyRequestsException', 'Batch.SdkClientException'],
    IntervalSeconds: 10,
    MaxAttempts: 3,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];

/** The list of shards could not be read. 5 + 10 + 20 = at most 35 s. */
export const READER_RETRIES: readonly Retry[] = [
  { ErrorEquals: ['States.ItemReaderFailed'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 },
];

/** Every error goes to one state, and with it what it was. */
export function catchAll(next: string): readonly Catch[] {
  return [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: next }];
}

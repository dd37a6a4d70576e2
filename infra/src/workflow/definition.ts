import { WORKFLOW_ERRORS } from '@dsgen/backend-aws/names';
import { batchJob } from './batch-job.ts';
import { batchLane } from './batch-lane.ts';
import { fastLane } from './fast-lane.ts';
import { JOB_REFERENCE, lambdaTask, type LambdaTaskOptions } from './lambda-task.ts';
import { FINALIZE_RETRIES, STEP_RETRIES, catchAll } from './retries.ts';
import type { ParallelState, StateMachine, States, TaskState } from './states.ts';
import type { WorkflowTargets } from './targets.ts';

const DAY = 24 * 3600;
/** The longest that a Lambda function runs. */
const FUNCTION_SECONDS = 900;
const TIMEOUT_SECONDS = 7 * DAY;

/**
 * The workflow of one job: claim → plan → lanes → settle → assemble → publish → notify, and from everywhere → finalize. The
 * state carries names and numbers only; documents and results are in the bucket. Shards that a lane leaves without a
 * result run again for as many rounds as `settle` allows; then their documents are quarantined and counted.
 */
export function workflowDefinition(targets: WorkflowTargets): StateMachine {
  return {
    Comment: 'One job of dsgen.',
    StartAt: 'Claim',
    TimeoutSeconds: TIMEOUT_SECONDS,
    States: { ...beginning(targets), ...middle(targets), ...assembly(targets), ...ending(targets) },
  };
}

type Step = Pick<LambdaTaskOptions, 'functionArn' | 'keep' | 'next'>;

/** A step that every job takes once: tried three times, then the job ends. */
function step(options: Step): TaskState {
  return lambdaTask({
    ...options,
    payload: JOB_REFERENCE,
    timeoutSeconds: FUNCTION_SECONDS,
    retries: STEP_RETRIES,
    catches: catchAll('Finalize'),
  });
}

function beginning({ functionArns }: WorkflowTargets): States {
  return {
    Claim: step({ functionArn: functionArns.claim, next: 'Plan' }),
    Plan: step({
      functionArn: functionArns.plan,
      keep: { path: '$.plan', members: ['lanes'] },
      next: 'Lanes',
    }),
  };
}

function middle(targets: WorkflowTargets): States {
  return {
    Lanes: lanes(targets),
    Settle: step({
      functionArn: targets.functionArns.settle,
      keep: { path: '$.settled', members: ['verdict', 'lanes', 'assembleOn', 'quarantined'] },
      next: 'IsSettled',
    }),
    IsSettled: {
      Type: 'Choice',
      Choices: [{ Variable: '$.settled.verdict', StringEquals: 'again', Next: 'NextRound' }],
      Default: 'AssembleWhere',
    },
    NextRound: {
      Type: 'Pass',
      Parameters: { ...JOB_REFERENCE, plan: { 'lanes.$': '$.settled.lanes' } },
      Next: 'Lanes',
    },
  };
}

function lanes(targets: WorkflowTargets): ParallelState {
  const { batch, spark } = targets;
  const onBatch =
    batch === undefined
      ? []
      : [
          batchLane({ lane: 'standard', batch }),
          batchLane({ lane: 'heavy', batch, ...(spark === undefined ? {} : { spark }) }),
        ];
  return {
    Type: 'Parallel',
    Branches: [fastLane(targets), ...onBatch],
    ResultPath: null,
    Catch: catchAll('Finalize'),
    Next: 'Settle',
  };
}

function assembly({ functionArns, batch }: WorkflowTargets): States {
  const onLambda = step({ functionArn: functionArns.assemble, next: 'Publish' });
  if (batch === undefined)
    return { AssembleWhere: { Type: 'Pass', Next: 'AssembleOnLambda' }, AssembleOnLambda: onLambda };
  return {
    AssembleWhere: {
      Type: 'Choice',
      Choices: [{ Variable: '$.settled.assembleOn', StringEquals: 'batch', Next: 'AssembleOnBatch' }],
      Default: 'AssembleOnLambda',
    },
    AssembleOnLambda: onLambda,
    AssembleOnBatch: batchJob({
      work: 'assemble',
      queueArn: batch.onDemandQueueArn,
      definitionArn: batch.heavyDefinitionArn,
      timeoutSeconds: DAY,
      catches: catchAll('Finalize'),
      next: 'Publish',
    }),
  };
}

function ending({ functionArns, topicArn }: WorkflowTargets): States {
  return {
    Publish: step({ functionArn: functionArns.publish, next: 'Notify' }),
    Notify: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: topicArn, Message: { ...JOB_REFERENCE, 'quarantined.$': '$.settled.quarantined' } },
      ResultPath: null,
      TimeoutSeconds: 60,
      // The dataset is published; that nobody was told of it is no reason to fail.
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Finalize' }],
      Next: 'Finalize',
    },
    Finalize: finalize(functionArns.finalize),
    Outcome: {
      Type: 'Choice',
      Choices: [{ Variable: '$.error', IsPresent: true, Next: 'WhichError' }],
      Default: 'Done',
    },
    WhichError: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.error.Error', StringEquals: WORKFLOW_ERRORS.epochSuperseded, Next: 'Superseded' },
        { Variable: '$.error.Error', StringEquals: WORKFLOW_ERRORS.jobCancelled, Next: 'Cancelled' },
      ],
      Default: 'Failed',
    },
    Done: { Type: 'Succeed' },
    Superseded: { Type: 'Succeed', Comment: 'Another epoch of this job goes on; this one wrote nothing.' },
    Cancelled: { Type: 'Succeed' },
    Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
  };
}

/** Gets the whole state: `finalize` takes the job and the error from it, if there is one. */
function finalize(functionArn: string): TaskState {
  return lambdaTask({
    functionArn,
    payload: '$',
    timeoutSeconds: FUNCTION_SECONDS,
    retries: FINALIZE_RETRIES,
    catches: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
    next: 'Outcome',
  });
}

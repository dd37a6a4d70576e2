import type { Stack } from 'aws-cdk-lib';
import type { PlatformResources } from './platform-resources.ts';
import type { Grant } from '../checks/grants.ts';
import { dataBucketName } from '../storage/data-bucket-name.ts';
import type { BatchTargets, SparkTargets, WorkflowTargets } from '../workflow/targets.ts';

export interface WorkflowPolicyOptions {
  readonly stack: Stack;
  readonly targets: WorkflowTargets;
  readonly resources: PlatformResources;
}

/** Log delivery is set up per account and knows no resources. */
const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];
const TRACES = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

/** Beginning of the name that CloudFormation gives the state machine: its logical id. */
export const WORKFLOW_ID = 'JobWorkflow';

const BY_JOB =
  'Ids are made while jobs run: the JobWorkflow role names what belongs to its own state machine, queues and run prefix.';
const NO_RESOURCE =
  'The actions of the JobWorkflow role for log delivery, traces and batch:DescribeJobs take only "*".';

/** What the workflow itself may do: call its functions, read the list of shards, write the answers of its children. */
export function workflowPolicy({ stack, targets, resources }: WorkflowPolicyOptions): readonly Grant[] {
  const { bucketPrefix, key } = resources;
  const states = `arn:aws:states:${stack.region}:${stack.account}`;
  const runs = `arn:aws:s3:::${dataBucketName(bucketPrefix, stack.region, stack)}/runs/*`;
  return [
    { actions: ['lambda:InvokeFunction'], resources: Object.values(targets.functionArns) },
    { actions: ['sns:Publish'], resources: [targets.topicArn] },
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] },
    {
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      resources: [runs],
      reason: BY_JOB,
    },
    {
      actions: ['states:StartExecution', 'states:RedriveExecution'],
      resources: [`${states}:stateMachine:${WORKFLOW_ID}-*`],
      reason: BY_JOB,
    },
    {
      actions: ['states:DescribeExecution', 'states:StopExecution'],
      resources: [`${states}:execution:${WORKFLOW_ID}-*`],
      reason: BY_JOB,
    },
    { actions: [...LOG_DELIVERY, ...TRACES], resources: ['*'], reason: NO_RESOURCE },
    ...(targets.batch === undefined ? [] : batchPolicy(stack, targets.batch)),
    ...(targets.spark === undefined ? [] : sparkPolicy(stack, targets.spark)),
  ];
}

function batchPolicy({ region, account }: Stack, batch: BatchTargets): readonly Grant[] {
  const jobs = `arn:aws:batch:${region}:${account}:job/*`;
  return [
    { actions: ['batch:SubmitJob', 'batch:TagResource'], resources: [...Object.values(batch), jobs], reason: BY_JOB },
    { actions: ['batch:TerminateJob'], resources: [jobs], reason: BY_JOB },
    { actions: ['batch:DescribeJobs'], resources: ['*'], reason: NO_RESOURCE },
    // Step Functions hears of the end of a job through this rule, which it makes itself.
    {
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [`arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForBatchJobsRule`],
    },
  ];
}

function sparkPolicy({ region, account }: Stack, { applicationId, roleArn }: SparkTargets): readonly Grant[] {
  const application = `arn:aws:emr-serverless:${region}:${account}:/applications/${applicationId}`;
  return [
    { actions: ['emr-serverless:StartJobRun'], resources: [application] },
    {
      actions: ['emr-serverless:GetJobRun', 'emr-serverless:CancelJobRun'],
      resources: [`arn:aws:emr-serverless:${region}:${account}:/applications/*/jobruns/*`],
      reason: BY_JOB,
    },
    {
      actions: ['iam:PassRole'],
      resources: [roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'emr-serverless.amazonaws.com' } },
    },
    {
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [`arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForEMRServerlessJobRule`],
    },
  ];
}

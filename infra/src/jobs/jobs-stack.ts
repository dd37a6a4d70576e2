import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import {
  PLATFORM_SCHEMA,
  WORKER_FUNCTIONS,
  platformParameterName,
  type Platform,
  type PlatformRegion,
} from '@dsgen/backend-aws/names';
import type { Construct } from 'constructs';
import { EndedExecutions } from './ended-executions.ts';
import { JobFunctions } from './functions.ts';
import { JobWorkflow } from './workflow.ts';
import type { PlatformResources } from './platform-resources.ts';
import type { FunctionProfile } from '../profiles/profile.ts';
import type { BatchTargets, SparkTargets, WorkflowTargets } from '../workflow/targets.ts';

export interface JobsStackProps extends StackProps {
  /** Version of dsgen that deploys. */
  readonly release: string;
  readonly code: Code;
  readonly resources: PlatformResources;
  readonly functions: FunctionProfile;
  readonly regions: readonly PlatformRegion[];
  readonly batch?: BatchTargets;
  readonly spark?: SparkTargets;
}

/** The functions that are states of the workflow; the supervisor watches from outside. */
const STEPS = WORKER_FUNCTIONS.filter((name) => name !== 'supervisor');

/** What runs jobs in one Region: functions, workflow, supervisor, and the description by which clients find it all. */
export class JobsStack extends Stack {
  readonly functions: JobFunctions;
  readonly workflow: JobWorkflow;
  readonly ended: EndedExecutions;
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: JobsStackProps) {
    super(scope, id, props);
    const { code, resources, functions } = props;
    this.topic = new Topic(this, 'Jobs', { masterKey: resources.key, enforceSSL: true, displayName: 'dsgen jobs' });
    this.functions = new JobFunctions(this, 'Functions', { code, resources, functions });
    const targets = this.#targets(props);
    const logRetentionDays = functions.logRetentionDays;
    this.workflow = new JobWorkflow(this, 'Workflow', { stack: this, targets, resources, logRetentionDays });
    const { stateMachineArn } = this.workflow;
    this.ended = new EndedExecutions(this, 'Ended', {
      stateMachineArn,
      finalize: this.functions.byName.finalize,
      key: resources.key,
    });
    this.functions.letSupervisorStart(stateMachineArn);
    const minute = new Rule(this, 'EveryMinute', {
      description: 'dsgen: the supervisor renews leases and takes over jobs of lost Regions',
      schedule: Schedule.rate(Duration.minutes(1)),
    });
    // A run that failed is worth nothing a minute later.
    minute.addTarget(new LambdaFunction(this.functions.byName.supervisor.function, { retryAttempts: 0 }));
    this.#describe(props);
  }

  #targets({ resources, functions, batch, spark }: JobsStackProps): WorkflowTargets {
    const { byName } = this.functions;
    return {
      functionArns: Object.fromEntries(
        STEPS.map((name) => [name, byName[name].function.functionArn]),
      ) as WorkflowTargets['functionArns'],
      bucket: resources.bucket.bucketName,
      topicArn: this.topic.topicArn,
      fastConcurrency: functions.fastConcurrency,
      ...(batch === undefined ? {} : { batch }),
      ...(spark === undefined ? {} : { spark }),
    };
  }

  /** The one name that clients know beforehand. */
  #describe({ release, resources, regions }: JobsStackProps): void {
    const platform: Platform = {
      schema: PLATFORM_SCHEMA,
      release,
      environment: resources.environment,
      region: this.region,
      regions,
      bucket: resources.bucket.bucketName,
      ledgerTable: resources.ledger.ref,
      workTable: resources.workTable.tableName,
      catalogTable: resources.catalog.ref,
      stateMachineArn: this.workflow.stateMachineArn,
      compute: resources.compute,
    };
    new StringParameter(this, 'Platform', {
      parameterName: platformParameterName(resources.environment),
      description: 'What dsgen clients need to know of this deployment',
      stringValue: this.toJsonString(platform),
    });
  }
}

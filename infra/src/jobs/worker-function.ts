import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing, type Code } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { WorkerFunction } from '@dsgen/backend-aws/names';
import { Construct } from 'constructs';
import { PERMISSIONS } from './permissions.ts';
import { grant, workerEnvironment, type PlatformResources } from './platform-resources.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import { allow } from '../checks/grants.ts';
import type { FunctionProfile } from '../profiles/profile.ts';

export interface WorkerFunctionProps {
  readonly name: WorkerFunction;
  readonly code: Code;
  readonly resources: PlatformResources;
  readonly functions: FunctionProfile;
  readonly timeoutSeconds: number;
  /** Default 512. */
  readonly memoryMegabytes?: number;
  /** Default 512. */
  readonly scratchMegabytes?: number;
  readonly reservedConcurrency?: number;
}

/** A function of the workflow with its role and its log. */
export class WorkerLambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: WorkerFunctionProps) {
    super(scope, id);
    const { name, code, resources, functions, timeoutSeconds } = props;
    const { memoryMegabytes = 512, scratchMegabytes = 512, reservedConcurrency } = props;
    const logGroup = new LogGroup(this, 'Log', {
      retention: functions.logRetentionDays as RetentionDays,
      encryptionKey: resources.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    allow(this.role, { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] });
    grant(this.role, PERMISSIONS[name], resources);
    this.function = new LambdaFunction(this, 'Function', {
      description: `dsgen: ${name}`,
      code,
      handler: `${name}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      role: this.role,
      logGroup,
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMegabytes,
      ephemeralStorageSize: Size.mebibytes(scratchMegabytes),
      environment: workerEnvironment(resources),
      tracing: Tracing.ACTIVE,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    });
    acknowledge(this.role, {
      'AwsSolutions-IAM5[Resource::*]': `Traces of the ${name} function belong to no resource: xray:PutTraceSegments and xray:PutTelemetryRecords take only "*".`,
    });
  }
}

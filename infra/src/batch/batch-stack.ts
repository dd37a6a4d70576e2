import { Duration, RemovalPolicy, Size, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Action,
  EcsFargateContainerDefinition,
  EcsJobDefinition,
  FargateComputeEnvironment,
  JobQueue,
  Reason,
  RetryStrategy,
} from 'aws-cdk-lib/aws-batch';
import { CpuArchitecture, LogDriver, OperatingSystemFamily, type ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { WorkerNetwork } from './network.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import { CONTAINER_PERMISSIONS } from '../jobs/permissions.ts';
import { grant, workerEnvironment, type PlatformResources } from '../jobs/platform-resources.ts';
import type { BatchProfile, ContainerSize } from '../profiles/profile.ts';
import type { BatchTargets } from '../workflow/targets.ts';

export interface BatchStackProps extends StackProps {
  readonly resources: PlatformResources;
  readonly batch: BatchProfile;
  readonly image: ContainerImage;
  readonly logRetentionDays: number;
}

/** What the worker exits with when it was told to stop: it left off, so the job starts again and goes on. */
export const INTERRUPTED_EXIT_CODE = 75;
/** Of one shard: three interruptions, then the workflow submits the lane on demand. */
const ATTEMPTS = 3;

/** AWS Batch on Fargate: a queue on Spot capacity, a queue on demand, and two sizes of container. */
export class BatchStack extends Stack {
  readonly targets: BatchTargets;
  readonly queues: { readonly spot: JobQueue; readonly onDemand: JobQueue };
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BatchStackProps) {
    super(scope, id, props);
    const { resources, batch } = props;
    const network = new WorkerNetwork(this, 'Network', {
      zones: batch.zones,
      key: resources.key,
    });
    this.queues = {
      spot: queue(network, 'Spot', { spot: true, maxvCpus: batch.maxSpotVcpus }),
      onDemand: queue(network, 'OnDemand', { spot: false, maxvCpus: batch.maxOnDemandVcpus }),
    };
    this.role = new Role(this, 'Worker', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
    grant(this.role, CONTAINER_PERMISSIONS, resources);
    const definitions = this.#definitions(props);
    this.targets = {
      spotQueueArn: this.queues.spot.jobQueueArn,
      onDemandQueueArn: this.queues.onDemand.jobQueueArn,
      standardDefinitionArn: definitions.standard.jobDefinitionArn,
      heavyDefinitionArn: definitions.heavy.jobDefinitionArn,
    };
  }

  #definitions({ resources, batch, image, logRetentionDays }: BatchStackProps): Definitions {
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetentionDays as RetentionDays,
      encryptionKey: resources.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const executionRole = new Role(this, 'Start', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
    acknowledge(executionRole, {
      'AwsSolutions-IAM5[Resource::*]':
        'The Start role fetches the image of the worker: ecr:GetAuthorizationToken takes only "*".',
    });
    const worker = { image, logGroup, executionRole, jobRole: this.role, environment: workerEnvironment(resources) };
    return {
      standard: jobDefinition(this, 'Standard', { ...worker, ...batch.standard }),
      heavy: jobDefinition(this, 'Heavy', { ...worker, ...batch.heavy }),
    };
  }
}

type Definitions = Record<'standard' | 'heavy', EcsJobDefinition>;

interface JobDefinitionOptions extends ContainerSize {
  readonly image: ContainerImage;
  readonly logGroup: LogGroup;
  readonly executionRole: Role;
  readonly jobRole: Role;
  readonly environment: Readonly<Record<string, string>>;
}

function jobDefinition(stack: Stack, id: string, options: JobDefinitionOptions): EcsJobDefinition {
  const { image, logGroup, executionRole, jobRole, environment, ...size } = options;
  return new EcsJobDefinition(stack, id, {
    container: new EcsFargateContainerDefinition(stack, `${id}Container`, {
      image,
      cpu: size.vcpus,
      memory: Size.mebibytes(size.memoryMebibytes),
      ephemeralStorageSize: Size.gibibytes(size.scratchGibibytes),
      fargateCpuArchitecture: CpuArchitecture.X86_64,
      fargateOperatingSystemFamily: OperatingSystemFamily.LINUX,
      // The subnets have no NAT: this is how images and AWS are reached. Nothing is let in.
      assignPublicIp: true,
      environment,
      jobRole,
      executionRole,
      logging: LogDriver.awsLogs({ streamPrefix: 'worker', logGroup }),
    }),
    propagateTags: true,
    timeout: Duration.minutes(size.timeoutMinutes),
    retryAttempts: ATTEMPTS,
    retryStrategies: RETRY_STRATEGIES,
  });
}

/** Interrupted work starts again; a shard that fails by itself would only fail again. */
const RETRY_STRATEGIES = [
  // Fargate words it so; the reason for EC2, which the library knows by name, never comes.
  RetryStrategy.of(Action.RETRY, Reason.custom({ onStatusReason: 'Your Spot Task was interrupted*' })),
  RetryStrategy.of(Action.RETRY, Reason.custom({ onExitCode: String(INTERRUPTED_EXIT_CODE) })),
  RetryStrategy.of(Action.RETRY, Reason.CANNOT_PULL_CONTAINER),
  RetryStrategy.of(Action.EXIT, Reason.custom({ onExitCode: '*' })),
];

function queue(
  { vpc, securityGroup }: WorkerNetwork,
  id: string,
  capacity: { readonly spot: boolean; readonly maxvCpus: number },
): JobQueue {
  const scope = Stack.of(vpc);
  const computeEnvironment = new FargateComputeEnvironment(scope, `${id}Capacity`, {
    vpc,
    vpcSubnets: { subnets: vpc.publicSubnets },
    securityGroups: [securityGroup],
    ...capacity,
  });
  return new JobQueue(scope, id, { computeEnvironments: [{ computeEnvironment, order: 1 }] });
}

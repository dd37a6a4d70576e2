import { Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnApplication } from 'aws-cdk-lib/aws-emrserverless';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { allow } from '../checks/grants.ts';
import { CONTAINER_PERMISSIONS } from '../jobs/permissions.ts';
import { grant, type PlatformResources } from '../jobs/platform-resources.ts';
import type { SparkProfile } from '../profiles/profile.ts';
import type { SparkTargets } from '../workflow/targets.ts';

export interface SparkStackProps extends StackProps {
  readonly resources: PlatformResources;
  readonly spark: SparkProfile;
  /** The Python entry that pipes shards to the worker. */
  readonly entryFile: string;
  /** Image with Spark of the release, Node and the worker. */
  readonly imageUri: string;
}

/** EMR Serverless: starts by itself, stops after it was idle, costs nothing in between. */
export class SparkStack extends Stack {
  readonly targets: SparkTargets;

  constructor(scope: Construct, id: string, props: SparkStackProps) {
    super(scope, id, props);
    const { resources, spark, entryFile, imageUri } = props;
    const application = new CfnApplication(this, 'Application', {
      type: 'SPARK',
      releaseLabel: spark.release,
      architecture: 'X86_64',
      autoStartConfiguration: { enabled: true },
      autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 15 },
      maximumCapacity: { cpu: `${spark.maxVcpus} vCPU`, memory: `${spark.maxMemoryGibibytes} GB` },
      imageConfiguration: { imageUri },
    });
    const entry = new Asset(this, 'Entry', { path: entryFile });
    const role = new Role(this, 'Job', { assumedBy: new ServicePrincipal('emr-serverless.amazonaws.com') });
    grant(role, CONTAINER_PERMISSIONS, resources);
    allow(role, { actions: ['s3:GetObject'], resources: [entry.bucket.arnForObjects(entry.s3ObjectKey)] });
    this.targets = {
      applicationId: application.attrApplicationId,
      roleArn: role.roleArn,
      entryPoint: entry.s3ObjectUrl,
      minShards: spark.minShards,
    };
  }
}

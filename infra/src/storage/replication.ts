import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { dataBucketName } from './data-bucket-name.ts';
import { allow } from '../checks/grants.ts';
import { replicaKeyArn } from '../keys/replica-key-arn.ts';

export interface ReplicateToOptions {
  readonly prefix: string;
  readonly encryptionKey: IKey;
  readonly regions: readonly string[];
}

/** What a peer needs to go on with a job, and what was published. `silver` can be made again. */
const REPLICATED_ZONES = ['bronze', 'manifests', 'gold'] as const;

/**
 * Copies the zones that cannot be made again to the buckets of other Regions. Those must exist first, so a deployment of
 * several Regions turns this on in its second step.
 */
export function replicateTo(bucket: Bucket, options: ReplicateToOptions): void {
  const { prefix, encryptionKey, regions } = options;
  const stack = Stack.of(bucket);
  const targets = regions.map((region) => ({
    region,
    bucketArn: `arn:aws:s3:::${dataBucketName(prefix, region, stack)}`,
    keyArn: replicaKeyArn(encryptionKey, region, stack),
  }));
  const role = replicationRole(bucket, options, targets);
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.replicationConfiguration = {
    role: role.roleArn,
    rules: targets.flatMap(({ region, bucketArn, keyArn }, target) =>
      REPLICATED_ZONES.map((zone, index) => ({
        id: `${zone}-to-${region}`,
        status: 'Enabled',
        priority: target * REPLICATED_ZONES.length + index,
        filter: { prefix: `${zone}/` },
        deleteMarkerReplication: { status: 'Enabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: { bucket: bucketArn, encryptionConfiguration: { replicaKmsKeyId: keyArn } },
      })),
    ),
  };
}

interface ReplicationTarget {
  readonly bucketArn: string;
  readonly keyArn: string;
}

function replicationRole(bucket: Bucket, options: ReplicateToOptions, targets: readonly ReplicationTarget[]): Role {
  const { encryptionKey: key, prefix } = options;
  const stack = Stack.of(bucket);
  const own = `arn:aws:s3:::${dataBucketName(prefix, stack.region, stack)}`;
  const reason = `Replication copies whatever object the replicated zones of the data bucket ${prefix} hold, so its role names buckets and not objects.`;
  const role = new Role(bucket, 'Replication', { assumedBy: new ServicePrincipal('s3.amazonaws.com') });
  allow(
    role,
    { actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'], resources: [own] },
    {
      actions: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
      resources: [`${own}/*`],
      reason,
    },
    {
      actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
      resources: targets.map(({ bucketArn }) => `${bucketArn}/*`),
      reason,
    },
    { actions: ['kms:Decrypt'], resources: [key.keyArn] },
    { actions: ['kms:Encrypt', 'kms:GenerateDataKey'], resources: targets.map(({ keyArn }) => keyArn) },
  );
  return role;
}

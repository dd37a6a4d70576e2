import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { EXPIRY_ATTRIBUTE, TABLE_KEYS } from '@dsgen/backend-aws/names';
import type { Construct } from 'constructs';
import { DataBucket } from './data-bucket.ts';
import type { StorageProfile } from '../profiles/profile.ts';

export interface StorageStackProps extends StackProps {
  readonly prefix: string;
  readonly key: IKey;
  readonly storage: StorageProfile;
  readonly isDisposable: boolean;
  readonly isEmulated: boolean;
  readonly replicaRegions: readonly string[];
}

/** What a Region keeps: the bucket, and the table of running work, which a failover makes again from the bucket. */
export class StorageStack extends Stack {
  readonly bucket: Bucket;
  readonly workTable: TableV2;

  constructor(scope: Construct, id: string, props: StorageStackProps) {
    super(scope, id, props);
    const { prefix, key, storage, isDisposable, isEmulated, replicaRegions } = props;
    ({ bucket: this.bucket } = new DataBucket(this, 'Bucket', {
      prefix,
      encryptionKey: key,
      storage,
      isDisposable,
      isEmulated,
      replicaRegions,
    }));
    this.workTable = new TableV2(this, 'Work', {
      partitionKey: { name: TABLE_KEYS.partition, type: AttributeType.STRING },
      sortKey: { name: TABLE_KEYS.sort, type: AttributeType.STRING },
      timeToLiveAttribute: EXPIRY_ATTRIBUTE,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: isDisposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
  }
}

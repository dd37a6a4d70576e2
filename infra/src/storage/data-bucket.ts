import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  BucketNamespace,
  ObjectOwnership,
  StorageClass,
  type IBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { replicateTo } from './replication.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import type { StorageProfile } from '../profiles/profile.ts';

export interface DataBucketProps {
  /** `dsgen-<environment>`; the account and the Region are added, so the name is the same wherever it is computed. */
  readonly prefix: string;
  readonly encryptionKey: IKey;
  readonly storage: StorageProfile;
  readonly isDisposable: boolean;
  readonly isEmulated: boolean;
  /** Regions that get what is uploaded and what is made; their buckets must exist. Default: none. */
  readonly replicaRegions?: readonly string[];
}

/** Uploads that nobody finished cost as much as objects; a resume after a week is rarer than a forgotten one. */
const UPLOAD_DAYS = 7;
/** Logs of who read what; long enough for a quarterly review. */
const ACCESS_LOG_DAYS = 100;

/** The bucket of a Region with all zones, and the bucket with its access log. */
export class DataBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: DataBucketProps) {
    super(scope, id);
    const { prefix, encryptionKey, storage, isDisposable, isEmulated, replicaRegions = [] } = props;
    // A bucket that holds something cannot be deleted, so a disposable one is emptied first, by a function that emulators do not run.
    const removal = isDisposable
      ? { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: !isEmulated }
      : { removalPolicy: RemovalPolicy.RETAIN };
    const accessLog = new Bucket(this, 'AccessLog', {
      ...SAFE,
      // The log service cannot write with a key of ours when the bucket keeps its own.
      encryption: BucketEncryption.S3_MANAGED,
      ...removal,
      lifecycleRules: [{ id: 'expire', expiration: Duration.days(ACCESS_LOG_DAYS), ...UNFINISHED }],
    });
    acknowledge(accessLog, {
      'AwsSolutions-S1': 'AccessLog is where DataBucket logs to; logging its own access would never end.',
    });
    this.bucket = new Bucket(this, 'Data', {
      ...SAFE,
      bucketNamePrefix: prefix,
      bucketNamespace: BucketNamespace.ACCOUNT_REGIONAL,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      // One call to KMS per bucket and while instead of one per object.
      bucketKeyEnabled: true,
      versioned: true,
      ...removal,
      // The library's types do not tell an absent property from an undefined one.
      serverAccessLogsBucket: accessLog as IBucket,
      serverAccessLogsPrefix: 'data/',
      lifecycleRules: lifecycle(storage),
    });
    if (replicaRegions.length > 0) replicateTo(this.bucket, { prefix, encryptionKey, regions: replicaRegions });
  }
}

const SAFE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
} as const;
const UNFINISHED = { abortIncompleteMultipartUploadAfter: Duration.days(UPLOAD_DAYS) } as const;

/**
 * By zone: what was given and what was made stays and moves to cheaper tiers by itself; what can be made again goes. Nothing goes
 * to an archive, since a run reads old documents as it reads new ones.
 */
function lifecycle({ silverDays, runsDays, oldVersionDays }: StorageProfile): LifecycleRule[] {
  const tiered = {
    transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }],
  };
  return [
    { id: 'bronze', prefix: 'bronze/', ...tiered },
    { id: 'gold', prefix: 'gold/', ...tiered },
    { id: 'silver', prefix: 'silver/', expiration: Duration.days(silverDays) },
    { id: 'runs', prefix: 'runs/', expiration: Duration.days(runsDays) },
    { id: 'versions', noncurrentVersionExpiration: Duration.days(oldVersionDays), expiredObjectDeleteMarker: true },
    { id: 'uploads', ...UNFINISHED },
  ];
}

import type { CfnGlobalTable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib';
import { WORKER_ENVIRONMENT } from '@dsgen/backend-aws/names';
import { TABLE_ACTIONS, type Permissions } from './permissions.ts';
import { allow } from '../checks/grants.ts';
import { dataBucketName } from '../storage/data-bucket-name.ts';

/** What workers of one Region work with. */
export interface PlatformResources {
  readonly environment: string;
  readonly bucket: Bucket;
  /** What the bucket's name begins with; the rest of it is known too. */
  readonly bucketPrefix: string;
  readonly key: IKey;
  readonly workTable: TableV2;
  /** Names are the same in every Region; each Region uses its own replica. */
  readonly ledger: CfnGlobalTable;
  readonly catalog: CfnGlobalTable;
  /** `lambda` or `lambda,batch`. */
  readonly compute: string;
}

/** The variables that every worker reads. */
export function workerEnvironment(resources: PlatformResources): Record<string, string> {
  const { environment, bucket, workTable, ledger, catalog, compute } = resources;
  return {
    [WORKER_ENVIRONMENT.environment]: environment,
    [WORKER_ENVIRONMENT.bucket]: bucket.bucketName,
    [WORKER_ENVIRONMENT.ledgerTable]: ledger.ref,
    [WORKER_ENVIRONMENT.workTable]: workTable.tableName,
    [WORKER_ENVIRONMENT.catalogTable]: catalog.ref,
    [WORKER_ENVIRONMENT.compute]: compute,
  };
}

/** Lets a role do what {@link Permissions} say, action by action. */
export function grant(role: Role, permissions: Permissions, resources: PlatformResources): void {
  const { bucketPrefix, key, workTable, ledger } = resources;
  const { reads, writes, ledger: ledgerAccess, work } = permissions;
  const stack = Stack.of(role);
  const bucketArn = `arn:aws:s3:::${dataBucketName(bucketPrefix, stack.region, stack)}`;
  function zones(names: readonly string[]): string[] {
    return names.map((zone) => `${bucketArn}/${zone}/*`);
  }
  const reason = `Keys of objects are made while jobs run, so the role names zones of the data bucket ${bucketPrefix} and not objects.`;
  allow(
    role,
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] },
    // The replica of the role's own Region.
    {
      actions: TABLE_ACTIONS[ledgerAccess],
      resources: [`arn:aws:dynamodb:${stack.region}:${stack.account}:table/${ledger.ref}`],
    },
  );
  if (work !== undefined) allow(role, { actions: TABLE_ACTIONS[work], resources: [workTable.tableArn] });
  if (reads.length === 0) return;
  // Without `ListBucket` a key that is not there reads as denied.
  allow(
    role,
    { actions: ['s3:ListBucket'], resources: [bucketArn] },
    { actions: ['s3:GetObject'], resources: zones(reads), reason },
  );
  if (writes.length > 0) {
    allow(role, { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: zones(writes), reason });
  }
}

import { CfnDeletionPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { TABLE_KEYS } from '@dsgen/backend-aws/names';
import type { Construct } from 'constructs';
import { replicaKeyArn } from '../keys/replica-key-arn.ts';

export interface LedgerStackProps extends StackProps {
  readonly key: IKey;
  /** Every Region of the deployment, the home Region first. */
  readonly regions: readonly string[];
  readonly isDisposable: boolean;
}

/** Strong consistency over Regions takes exactly three. */
const STRONG_REGIONS = 3;

/**
 * The tables that all Regions share. The home Region owns them and makes their replicas. With three Regions the ledger is
 * strongly consistent over them; with two it is not, and taking over a job is then only as safe as replication is quick.
 */
export class LedgerStack extends Stack {
  readonly ledger: CfnGlobalTable;
  readonly catalog: CfnGlobalTable;

  constructor(scope: Construct, id: string, props: LedgerStackProps) {
    super(scope, id, props);
    const isStrong = props.regions.length === STRONG_REGIONS;
    this.ledger = globalTable(this, 'Ledger', { ...props, isStrong });
    this.catalog = globalTable(this, 'Catalog', { ...props, isStrong: false });
  }
}

interface GlobalTableOptions extends LedgerStackProps {
  readonly isStrong: boolean;
}

/** The lower-level construct: the higher one refuses strong consistency between continents, which exists since September 2026. */
function globalTable(
  stack: Stack,
  id: string,
  { key, regions, isStrong, isDisposable }: GlobalTableOptions,
): CfnGlobalTable {
  const table = new CfnGlobalTable(stack, id, {
    billingMode: 'PAY_PER_REQUEST',
    attributeDefinitions: Object.values(TABLE_KEYS).map((attributeName) => ({ attributeName, attributeType: 'S' })),
    keySchema: [
      { attributeName: TABLE_KEYS.partition, keyType: 'HASH' },
      { attributeName: TABLE_KEYS.sort, keyType: 'RANGE' },
    ],
    sseSpecification: { sseEnabled: true, sseType: 'KMS' },
    ...(isStrong ? { multiRegionConsistency: 'STRONG' } : {}),
    ...(regions.length > 1 ? { streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' } } : {}),
    replicas: regions.map((region) => ({
      region,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtectionEnabled: !isDisposable,
      sseSpecification: { kmsMasterKeyId: region === stack.region ? key.keyArn : replicaKeyArn(key, region, stack) },
    })),
  });
  const policy = isDisposable ? CfnDeletionPolicy.DELETE : CfnDeletionPolicy.RETAIN;
  table.cfnOptions.deletionPolicy = policy;
  table.cfnOptions.updateReplacePolicy = policy;
  return table;
}

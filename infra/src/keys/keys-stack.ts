import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey, Key, type IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface KeysStackProps extends StackProps {
  /** The key of the home Region; absent in the home Region itself. */
  readonly primary?: IKey;
  readonly isDisposable: boolean;
}

/** Days between two generations of key material; the shortest that KMS allows. */
const ROTATION_DAYS = 90;
/** The shortest that KMS allows. */
const DELETION_DAYS = 7;

/** One multi-Region key: the primary in the home Region, a replica with the same id in every other. */
export class KeysStack extends Stack {
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: KeysStackProps) {
    super(scope, id, props);
    const { primary, isDisposable } = props;
    const policy = keyPolicy(this);
    this.key =
      primary === undefined
        ? new Key(this, 'Key', {
            description: 'Everything dsgen stores',
            multiRegion: true,
            enableKeyRotation: true,
            rotationPeriod: Duration.days(ROTATION_DAYS),
            pendingWindow: Duration.days(isDisposable ? DELETION_DAYS : 30),
            removalPolicy: isDisposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
            policy,
          })
        : replica(this, primary, policy);
  }
}

function replica(stack: Stack, primary: IKey, policy: PolicyDocument): IKey {
  const key = new CfnReplicaKey(stack, 'Replica', {
    description: 'Everything dsgen stores, in this Region',
    primaryKeyArn: primary.keyArn,
    keyPolicy: policy,
  });
  return Key.fromKeyArn(stack, 'Key', key.attrArn);
}

/** The account decides through its roles; services encrypt for it in this Region only. */
function keyPolicy({ account, region }: Stack): PolicyDocument {
  const use = ['kms:Decrypt', 'kms:GenerateDataKey'];
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'Account',
        principals: [new AccountRootPrincipal()],
        actions: ['kms:*'],
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'Logs',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:DescribeKey', ...use],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:*` } },
      }),
      new PolicyStatement({
        sid: 'Events',
        principals: [new ServicePrincipal('events.amazonaws.com'), new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: use,
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
  });
}

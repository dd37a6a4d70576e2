import type { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** The same key in another Region: replicas of a multi-Region key share its id. */
export function replicaKeyArn(key: IKey, region: string, { account }: Stack): string {
  return `arn:aws:kms:${region}:${account}:key/${key.keyId}`;
}

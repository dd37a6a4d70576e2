import type { Stack } from 'aws-cdk-lib';

/** The name of the data bucket of any Region, without asking that Region. */
export function dataBucketName(prefix: string, region: string, { account }: Stack): string {
  return `${prefix}-${account}-${region}-an`;
}

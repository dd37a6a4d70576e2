import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** How AWS is reached: the same for every service. */
export interface AwsConnection {
  /** Default: the SDK's, from `AWS_REGION` or the profile. */
  readonly region?: string;
  /** Another server than AWS's. */
  readonly endpoint?: string;
  /** Default: the SDK's chain of environment, profile, single sign-on and instance. */
  readonly credentials?: NonNullable<S3ClientConfig['credentials']>;
}

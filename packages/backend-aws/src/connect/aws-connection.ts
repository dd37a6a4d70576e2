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

/** Which deployment, and whose part of it, where nobody says. */
export const DEFAULT_ENVIRONMENT = 'main';
export const DEFAULT_TENANT = 'default';

/** The connection among other options; options of the SDK may be absent, never undefined. */
export function connectionOf({
  region,
  endpoint,
  credentials,
}: { readonly [Name in keyof AwsConnection]?: AwsConnection[Name] | undefined }): AwsConnection {
  return {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

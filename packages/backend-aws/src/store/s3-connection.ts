import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

export interface S3ConnectionOptions {
  /** Default: the SDK's, from `AWS_REGION` or the profile. */
  readonly region?: string;
  /** Another server than AWS's; buckets are then part of the path. */
  readonly endpoint?: string;
  /** Default: the SDK's chain of environment, profile, single sign-on and instance. */
  readonly credentials?: S3ClientConfig['credentials'];
  /** Requests at once. Default 64. */
  readonly maxConnections?: number;
}

const MAX_ATTEMPTS = 5;
const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** One client for a process: it holds the connections and the credentials. */
export function createS3Client(options: S3ConnectionOptions = {}): S3Client {
  const { region, endpoint, credentials, maxConnections = 64 } = options;
  return new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: maxConnections },
      httpsAgent: { maxSockets: maxConnections },
    },
  });
}

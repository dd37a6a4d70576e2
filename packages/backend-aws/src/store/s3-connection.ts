import { IncomingMessage } from 'node:http';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { endStalledBody } from './watch-body.ts';

export interface S3ConnectionOptions {
  /** Default: the SDK's, from `AWS_REGION` or the profile. */
  readonly region?: string;
  /** Another server than AWS's; buckets are then part of the path. */
  readonly endpoint?: string;
  /** Default: the SDK's chain of environment, profile, single sign-on and instance. */
  readonly credentials?: S3ClientConfig['credentials'];
  /** Requests at once. Default 64. */
  readonly maxConnections?: number;
  /** How long a server may take to begin an answer, and to go on with it, in milliseconds. Default 60,000. */
  readonly answerTimeoutMs?: number;
}

const MAX_ATTEMPTS = 5;
const CONNECTION_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** One client for a process: it holds the connections and the credentials. */
export function createS3Client(options: S3ConnectionOptions = {}): S3Client {
  const { region, endpoint, credentials, maxConnections = 64, answerTimeoutMs = ANSWER_TIMEOUT_MS } = options;
  const client = new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: answerTimeoutMs,
      socketTimeout: answerTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: maxConnections },
      httpsAgent: { maxSockets: maxConnections },
    },
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { body } = result.response as { readonly body?: unknown };
      if (body instanceof IncomingMessage) endStalledBody(body, answerTimeoutMs);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'dsgenStalledBody' },
  );
  return client;
}

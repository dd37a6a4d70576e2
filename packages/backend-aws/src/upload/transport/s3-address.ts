import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/** Where a bucket is on the network, as the SDK resolved it from its options, the environment and the profile. */
export interface S3Address {
  /** `https://host` or `http://host:port`. */
  readonly origin: string;
  readonly host: string;
  /** Before the key: `/`, or `/bucket/` where buckets are part of the path. */
  readonly basePath: string;
  readonly region: string;
}

interface ResolvedRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
}

/**
 * Asks for one key of the bucket and looks at the request that the SDK made of it. This is also the first contact: missing
 * credentials, the wrong Region, a bucket that is missing or denied and a wrong clock show up here, before anything is read.
 */
export async function findAddress(
  client: S3Client,
  {
    bucket,
    prefix,
    signal,
  }: { readonly bucket: string; readonly prefix: string; readonly signal?: AbortSignal | undefined },
): Promise<S3Address> {
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 });
  const seen: ResolvedRequest[] = [];
  command.middlewareStack.add(
    (next) => async (args) => {
      seen.push(args.request as ResolvedRequest);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'dsgenAddress' },
  );
  await client.send(command, signal === undefined ? {} : { abortSignal: signal });
  const request = seen.at(-1);
  if (request === undefined) throw new TypeError('The SDK sent no request');
  const host = request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
  return {
    origin: `${request.protocol}//${host}`,
    host,
    basePath: request.path.endsWith('/') ? request.path : `${request.path}/`,
    region: await client.config.region(),
  };
}

import { join } from 'node:path';
import type { UploadTarget } from '@dsgen/backend-aws';
import { UsageError } from '@dsgen/sdk';
import { defined } from './defined.ts';
import type { BucketFlags } from './upload-flags.ts';

/** What uploads remember is kept in the store, beside what jobs keep there. */
export function uploadStateFolder(store: string): string {
  return join(store, 'uploads');
}

/** Whether the flags mean a bucket, in contrast to this machine. */
export function meansBucket({ backend, bucket }: BucketFlags): boolean {
  return backend === 'aws' || bucket !== undefined;
}

/** Opens the bucket that the flags mean, for as long as `use` takes. */
export async function withUploadTarget<Value>(
  flags: BucketFlags,
  signal: AbortSignal,
  use: (target: UploadTarget) => Promise<Value>,
): Promise<Value> {
  const { openUploadTarget } = await import('./open-aws.ts');
  const { bucket, environment, region, tenant, endpoint = endpointOf(bucket) } = flags;
  const target = await openUploadTarget({ signal, ...defined({ bucket, environment, region, tenant, endpoint }) });
  try {
    return await use(target);
  } finally {
    target.close();
  }
}

/** The SDK knows these variables too, but not that such a server has buckets in the path. */
function endpointOf(bucket: string | undefined): string | undefined {
  const { AWS_ENDPOINT_URL: all, AWS_ENDPOINT_URL_S3: s3 } = process.env;
  return bucket === undefined ? all : (s3 ?? all);
}

/** Unfinished uploads exist in buckets only. */
export function assertBucket(flags: BucketFlags): void {
  if (meansBucket(flags)) return;
  throw new UsageError({
    code: 'bucket-missing',
    message: 'Cannot look for unfinished uploads on this machine: they exist in buckets only',
    fix: 'Name the platform with --backend aws, or a bucket with --bucket.',
  });
}

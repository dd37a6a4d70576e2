import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PushedFiles } from '@dsgen/backend-aws';
import { assertDatasetWhole, openDataset } from '@dsgen/sdk';
import { defined } from './defined.ts';

export interface PushToBucketOptions {
  readonly region?: string | undefined;
  /** Another S3 server than AWS's. */
  readonly endpoint?: string | undefined;
  readonly onFile: (name: string) => void;
  readonly signal: AbortSignal;
}

export interface BucketPush extends PushedFiles {
  /** `s3://bucket/prefix` */
  readonly url: string;
}

const MANIFEST_NAME = 'dataset.json';

/** Pushes a dataset to a bucket. The manifest comes last: whoever finds it there finds every file that it lists. */
export async function pushToBucket(
  folder: string,
  url: string,
  {
    region,
    endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'],
    ...call
  }: PushToBucketOptions,
): Promise<BucketPush> {
  const { createS3Client, parseBucketTarget, pushFiles } = await import('./open-aws.ts');
  const target = parseBucketTarget(url);
  const dataset = await openDataset(folder, call);
  const content = await readFile(join(dataset.path, MANIFEST_NAME));
  await assertDatasetWhole(dataset, call);
  const manifest = { name: MANIFEST_NAME, bytes: content.byteLength, sha256: hash('sha256', content) };
  const files = [...dataset.manifest.files, manifest].map(({ name, bytes, sha256 }) => {
    return { name, bytes, sha256, path: join(dataset.path, name) };
  });
  const client = createS3Client(defined({ region, endpoint }));
  try {
    return { url, ...(await pushFiles({ ...call, client, target, files })) };
  } finally {
    client.destroy();
  }
}

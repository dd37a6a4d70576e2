import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { BackendError } from '@dsgen/core';
import { statusOf } from '../store/explain-aws-error.ts';
import { tenantKey } from '../store/tenant-key.ts';
import type { UploadSession } from './upload-session.ts';

/**
 * Whether an object is in the bucket. Keys are hashes of contents, so an object that is there is the right one; its length is
 * compared all the same.
 *
 * @throws BackendError `object-damaged`
 */
export async function objectExists(session: UploadSession, key: string, bytes?: number): Promise<boolean> {
  const { client, bucket, tenant, signal } = session;
  try {
    const command = new HeadObjectCommand({ Bucket: bucket, Key: tenantKey(tenant, key) });
    const { ContentLength } = await client.send(command, { abortSignal: signal });
    if (bytes === undefined || ContentLength === bytes) return true;
    throw new BackendError({
      code: 'object-damaged',
      message: `Cannot use ${JSON.stringify(key)} of the bucket ${JSON.stringify(bucket)}: it has ${ContentLength} bytes, its content has ${bytes}`,
      fix: 'Delete that object and run the command again.',
    });
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

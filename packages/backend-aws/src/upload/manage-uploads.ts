import { AbortMultipartUploadCommand, type S3Client } from '@aws-sdk/client-s3';
import type { AbortableOptions } from '@dsgen/core';
import { explainAwsError, statusOf } from '../store/explain-aws-error.ts';
import { tenantKey } from '../store/tenant-key.ts';
import { listUnfinished, type UnfinishedObject } from './list-unfinished.ts';
import { openUploadState, type BegunUpload, type UploadState } from './state/upload-state.ts';
import { targetName } from './target-name.ts';
import { findAddress } from './transport/s3-address.ts';

export interface ManageUploadsOptions extends AbortableOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
  /** What this machine remembers of its uploads: tells the files. */
  readonly stateFolder: string;
}

/** A file that was begun and is not whole in the bucket. Its parts cost as much as if it were. */
export interface UnfinishedUpload {
  readonly uploadId: string;
  readonly objectKey: string;
  readonly beganAt: Date;
  /** Known when this machine began it. */
  readonly path?: string;
  readonly bytes?: number;
}

export interface CleanUploadsOptions extends ManageUploadsOptions {
  /** Uploads that began later stay: they may be under way. Default 24 hours. */
  readonly olderThanMs?: number;
}

export interface CleanedUploads {
  readonly removed: readonly UnfinishedUpload[];
  readonly kept: readonly UnfinishedUpload[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The unfinished uploads of a tenant, by key. */
export async function listUploads(options: ManageUploadsOptions): Promise<readonly UnfinishedUpload[]> {
  return withState(options, (state) => findUnfinished(options, state));
}

/** Removes the parts of uploads that nobody will finish. */
export async function cleanUploads(options: CleanUploadsOptions): Promise<CleanedUploads> {
  const { client, bucket, signal, olderThanMs = DAY_MS } = options;
  return withState(options, async (state) => {
    const removed: UnfinishedUpload[] = [];
    const kept: UnfinishedUpload[] = [];
    for (const upload of await findUnfinished(options, state)) {
      signal?.throwIfAborted();
      if (Date.now() - upload.beganAt.getTime() < olderThanMs) {
        kept.push(upload);
        continue;
      }
      await abort(client, bucket, upload);
      removed.push(upload);
    }
    forget(state, removed);
    return { removed, kept };
  });
}

/** One that is gone already is as good as removed. */
async function abort(client: S3Client, bucket: string, { objectKey, uploadId }: UnfinishedObject): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: objectKey, UploadId: uploadId }));
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

async function findUnfinished(options: ManageUploadsOptions, state: UploadState): Promise<UnfinishedUpload[]> {
  const { client, bucket, tenant, signal } = options;
  const begun = new Map(state.allBegun().map((upload) => [tenantKey(tenant, upload.key), upload]));
  const found: UnfinishedUpload[] = [];
  for await (const unfinished of listUnfinished(client, { bucket, prefix: `bronze/${tenant}/`, signal })) {
    found.push({ ...unfinished, ...fileOf(begun.get(unfinished.objectKey)) });
  }
  return found;
}

function fileOf(begun: BegunUpload | undefined): Pick<UnfinishedUpload, 'path' | 'bytes'> {
  return begun === undefined ? {} : { path: begun.path, bytes: begun.bytes };
}

function forget(state: UploadState, removed: readonly UnfinishedUpload[]): void {
  const gone = new Set(removed.map(({ uploadId }) => uploadId));
  for (const { key, uploadId } of state.allBegun()) if (gone.has(uploadId)) state.forgetBegun(key);
}

async function withState<Value>(
  options: ManageUploadsOptions,
  use: (state: UploadState) => Promise<Value>,
): Promise<Value> {
  const { client, bucket, tenant, signal, stateFolder } = options;
  try {
    const address = await findAddress(client, { bucket, prefix: `bronze/${tenant}/`, signal });
    const state = openUploadState(stateFolder, targetName({ origin: address.origin, bucket, tenant }));
    try {
      return await use(state);
    } finally {
      state.close();
    }
  } catch (error) {
    throw explainAwsError(error, { action: `look for uploads in the bucket ${JSON.stringify(bucket)}`, signal });
  }
}

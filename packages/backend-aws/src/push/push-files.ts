import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { GateError, type AbortableOptions } from '@dsgen/core';
import { explainAwsError, statusOf } from '../store/explain-aws-error.ts';
import { putInParts } from '../store/put-in-parts.ts';
import { FIRST_PART_BYTES, takePart } from '../store/take-part.ts';
import type { BucketTarget } from './bucket-target.ts';

/** A file whose hash somebody vouches for. */
export interface PushFile {
  /** Below the prefix. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

export interface PushFilesOptions extends AbortableOptions {
  readonly client: S3Client;
  readonly target: BucketTarget;
  /** In the order in which they are sent: the one that lists the others comes last. */
  readonly files: readonly PushFile[];
  /** Hears of each file that was sent, when it is in the bucket. */
  readonly onFile?: (name: string) => void;
}

export interface PushedFiles {
  /** Files that were sent, by name. */
  readonly pushed: readonly string[];
  /** Files that the bucket had already. */
  readonly unchanged: number;
}

/**
 * Puts files into a bucket, one after the other. One that is there with its length and hash is not sent again, so a push that
 * was stopped goes on where it was when it is repeated. A file that is not what its hash says never becomes an object.
 *
 * @throws GateError `push-changed` when a file is not what its hash says
 * @throws BackendError when AWS cannot be reached or refuses
 */
export async function pushFiles(options: PushFilesOptions): Promise<PushedFiles> {
  const { client, target, files, onFile, signal } = options;
  const pushed: string[] = [];
  try {
    signal?.throwIfAborted();
    // Answers to HEAD have no words: what is wrong with the bucket or the credentials is said here.
    await client.send(
      new ListObjectsV2Command({ Bucket: target.bucket, Prefix: target.prefix, MaxKeys: 1 }),
      abortable(signal),
    );
    for (const file of files) {
      signal?.throwIfAborted();
      if (await isThere(options, file)) continue;
      await pushFile(options, file);
      pushed.push(file.name);
      onFile?.(file.name);
    }
  } catch (error) {
    throw explainAwsError(error, { action: `push to the bucket ${JSON.stringify(target.bucket)}`, signal });
  }
  return { pushed, unchanged: files.length - pushed.length };
}

async function isThere({ client, target, signal }: PushFilesOptions, file: PushFile): Promise<boolean> {
  const command = new HeadObjectCommand({ Bucket: target.bucket, Key: target.prefix + file.name });
  try {
    const { ContentLength, Metadata } = await client.send(command, abortable(signal));
    return ContentLength === file.bytes && Metadata?.['sha256'] === file.sha256;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

async function pushFile({ client, target, signal }: PushFilesOptions, file: PushFile): Promise<void> {
  const place = { Bucket: target.bucket, Key: target.prefix + file.name, Metadata: { sha256: file.sha256 } };
  const source = readVerified(file);
  try {
    const first = await takePart(source, { maxBytes: FIRST_PART_BYTES, signal });
    if (!first.isLast) return await putInParts(client, { ...place, first: first.bytes, source, condition: {}, signal });
    const ChecksumSHA256 = Buffer.from(file.sha256, 'hex').toString('base64');
    await client.send(new PutObjectCommand({ ...place, Body: first.bytes, ChecksumSHA256 }), abortable(signal));
  } finally {
    await source.return(undefined);
  }
}

/** The bytes of a file; its end is an error when they are not those of its hash, so what was sent of them is given up. */
async function* readVerified({ name, path, sha256 }: PushFile): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    yield bytes;
  }
  if (hash.digest('hex') === sha256) return;
  throw new GateError({
    code: 'push-changed',
    message: `Cannot push ${JSON.stringify(name)}: it was changed meanwhile`,
    fix: 'Wait until nothing writes to the folder, and push again.',
  });
}

function abortable(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}

import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { awsErrorName, statusOf } from './explain-aws-error.ts';

export interface ObjectPlace {
  readonly Bucket: string;
  readonly Key: string;
  /** First byte, and the byte after the last. Default: all. */
  readonly range?: { readonly offset: number; readonly end: number };
}

const MAX_BREAKS = 5;

/**
 * The bytes of an object. A connection that breaks off is taken up again at the byte it broke at,
 * of the same version of the object.
 *
 * @throws NoSuchKey when there is no object
 */
export async function* readObject(
  client: S3Client,
  { Bucket, Key, range }: ObjectPlace,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const send = signal === undefined ? {} : { abortSignal: signal };
  const start = range?.offset ?? 0;
  const last = range === undefined ? '' : String(range.end - 1);
  let etag: string | undefined;
  let position = start;
  for (let breaks = 0; ; breaks += 1) {
    const isWhole = position === 0 && range === undefined;
    const part = {
      ...(isWhole ? {} : { Range: `bytes=${position}-${last}` }),
      ...(position === start ? {} : { IfMatch: etag }),
    };
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...part }), send);
      etag = answer.ETag;
      for await (const piece of answer.Body as Readable) {
        position += (piece as Uint8Array).byteLength;
        yield piece as Uint8Array;
      }
      return;
    } catch (error) {
      if (signal?.aborted === true || breaks === MAX_BREAKS || !isBreak(error)) throw error;
    }
  }
}

/** Whether the connection failed, in contrast to an answer that says no and to a body that is wrong. */
function isBreak(error: unknown): boolean {
  return (
    statusOf(error) === undefined &&
    /^(ECONN|EPIPE|ETIMEDOUT|ERR_STREAM|aborted|TimeoutError)/.test(awsErrorName(error))
  );
}

/** Whether the bytes are not those of the object: its checksum came with them. */
export function isCorrupted(error: unknown): boolean {
  return /checksum mismatch/i.test((error as Error).message);
}

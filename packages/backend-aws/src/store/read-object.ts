import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { awsErrorName, statusOf } from './explain-aws-error.ts';

export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

const MAX_BREAKS = 5;

/**
 * The bytes of an object, nothing when there is none. A connection that breaks off is taken up again at the byte it broke at,
 * of the same version of the object.
 */
export async function* readObject(
  client: S3Client,
  { bucket, key }: ObjectPlace,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const send = signal === undefined ? {} : { abortSignal: signal };
  let etag: string | undefined;
  let position = 0;
  for (let breaks = 0; ; breaks += 1) {
    const range = position === 0 ? {} : { Range: `bytes=${position}-`, IfMatch: etag };
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...range }), send);
      etag = answer.ETag;
      for await (const piece of answer.Body as Readable) {
        position += (piece as Uint8Array).byteLength;
        yield piece as Uint8Array;
      }
      return;
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return;
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

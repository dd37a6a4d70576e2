import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import { FIRST_PART_BYTES, takePart } from './take-part.ts';

export interface PutInPartsOptions {
  readonly Bucket: string;
  readonly Key: string;
  /** Kept with the object. */
  readonly Metadata?: Record<string, string>;
  readonly first: Uint8Array;
  /** What follows `first`. */
  readonly source: AsyncIterator<Uint8Array>;
  readonly condition: { readonly IfNoneMatch?: '*' };
  readonly signal?: AbortSignal | undefined;
}

/** Parts grow with their number, so that 10,000 of them hold as much as an object may be. */
const PARTS_PER_SIZE = 1_000;

/**
 * Writes a stream whose length nobody knows, one part at a time. When the stream breaks off, the signal fires or S3 refuses,
 * the upload is aborted: S3 keeps nothing of it.
 */
export async function putInParts(client: S3Client, options: PutInPartsOptions): Promise<void> {
  const { Bucket, Key, Metadata, condition, signal } = options;
  const send = signal === undefined ? {} : { abortSignal: signal };
  const created = await client.send(
    new CreateMultipartUploadCommand({
      Bucket,
      Key,
      Metadata,
      ChecksumAlgorithm: 'CRC32',
      ChecksumType: 'FULL_OBJECT',
    }),
    send,
  );
  const upload = { Bucket, Key, UploadId: created.UploadId };
  try {
    const parts: CompletedPart[] = [];
    for await (const { bytes, number } of partsOf(options)) {
      const { ETag, ChecksumCRC32 } = await client.send(
        new UploadPartCommand({ ...upload, PartNumber: number, Body: bytes, ChecksumAlgorithm: 'CRC32' }),
        send,
      );
      parts.push({ PartNumber: number, ETag, ChecksumCRC32 });
    }
    signal?.throwIfAborted();
    await client.send(
      new CompleteMultipartUploadCommand({
        ...upload,
        ...condition,
        MultipartUpload: { Parts: parts },
        ChecksumType: 'FULL_OBJECT',
      }),
      send,
    );
  } catch (error) {
    // What made it fail is worth more than a second failure; the bucket's lifecycle rule removes what is left.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

async function* partsOf({
  first,
  source,
  signal,
}: PutInPartsOptions): AsyncGenerator<{ readonly bytes: Uint8Array; readonly number: number }> {
  yield { bytes: first, number: 1 };
  for (let number = 2; ; number += 1) {
    const maxBytes = FIRST_PART_BYTES * 2 ** Math.floor(number / PARTS_PER_SIZE);
    const { bytes, isLast } = await takePart(source, { maxBytes, signal });
    if (bytes.byteLength > 0) yield { bytes, number };
    if (isLast) return;
  }
}

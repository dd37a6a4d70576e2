import { closeSync, fstatSync, openSync } from 'node:fs';
import { relative } from 'node:path';
import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@dsgen/backend-aws';
import type { Request } from './bare.ts';

export interface BareTarget {
  readonly folder: string;
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
}

const PART_BYTES = 8 * 1024 * 1024;

/** Begins and completes an upload for each file; `send` sends the parts of all. */
export async function sendInParts(
  { endpoint, region, ...target }: BareTarget,
  paths: readonly string[],
  send: (requests: Iterable<Request>) => Promise<void>,
): Promise<void> {
  const client = createS3Client({ endpoint, region });
  const begun = await Promise.all(paths.map((path) => begin(client, target, path)));
  await send(partsOf(begun));
  await Promise.all(begun.map((upload) => complete(client, upload)));
  client.destroy();
}

interface Part {
  readonly PartNumber: number;
  readonly ETag: string;
  readonly ChecksumCRC32: string;
}

interface Begun {
  readonly UploadId: string;
  readonly Bucket: string;
  readonly Key: string;
  readonly file: number;
  readonly parts: Part[];
}

async function begin(
  client: S3Client,
  { folder, bucket }: Pick<BareTarget, 'folder' | 'bucket'>,
  path: string,
): Promise<Begun> {
  const target = { Bucket: bucket, Key: relative(folder, path) };
  const checksum = { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' } as const;
  const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand({ ...target, ...checksum }));
  return { ...target, UploadId, file: openSync(path, 'r'), parts: [] };
}

function* partsOf(uploads: readonly Begun[]): Generator<Request> {
  for (const { UploadId, Bucket, Key, file, parts } of uploads) {
    const { size } = fstatSync(file);
    for (let offset = 0, number = 1; offset < size; offset += PART_BYTES, number += 1) {
      yield {
        path: `/${Bucket}/${Key}`,
        query: `partNumber=${number}&uploadId=${UploadId}`,
        file,
        offset,
        bytes: Math.min(PART_BYTES, size - offset),
        done: (answer) => (parts[number - 1] = partIn(answer, number)),
      };
    }
  }
}

/** The server tells what it made of the part. */
function partIn(answer: string, PartNumber: number): Part {
  const [, ETag = ''] = /^etag: *(\S+)/im.exec(answer) ?? [];
  const [, ChecksumCRC32 = ''] = /^x-amz-checksum-crc32: *(\S+)/im.exec(answer) ?? [];
  return { PartNumber, ETag, ChecksumCRC32 };
}

async function complete(client: S3Client, { parts: Parts, file, ...upload }: Begun): Promise<void> {
  closeSync(file);
  await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
}

import { ListMultipartUploadsCommand, type S3Client } from '@aws-sdk/client-s3';

export interface UnfinishedObject {
  readonly objectKey: string;
  readonly uploadId: string;
  readonly beganAt: Date;
}

export interface ListUnfinishedOptions {
  readonly bucket: string;
  readonly prefix: string;
  readonly signal?: AbortSignal | undefined;
}

/** Multipart uploads that were begun and neither completed nor aborted, below a prefix. */
export async function* listUnfinished(
  client: S3Client,
  { bucket, prefix, signal }: ListUnfinishedOptions,
): AsyncGenerator<UnfinishedObject> {
  let markers: { readonly KeyMarker?: string | undefined; readonly UploadIdMarker?: string | undefined } | undefined =
    {};
  while (markers !== undefined) {
    const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
      Bucket: bucket,
      Prefix: prefix,
      ...markers,
    });
    const page = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
    for (const { Key = '', UploadId = '', Initiated = new Date(0) } of page.Uploads ?? []) {
      yield { objectKey: Key, uploadId: UploadId, beganAt: Initiated };
    }
    markers =
      page.IsTruncated === true
        ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
        : undefined;
  }
}

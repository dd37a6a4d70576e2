import type { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions } from '@dsgen/core';
import { catalogSealedCorpus } from '../backend/corpora.ts';
import { connectionOf, DEFAULT_ENVIRONMENT, DEFAULT_TENANT, type AwsConnection } from '../connect/aws-connection.ts';
import { readPlatform } from '../connect/read-platform.ts';
import type { Platform } from '../names/platform.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';

export interface OpenUploadTargetOptions extends AwsConnection, AbortableOptions {
  /** A bucket without a platform around it. Default: the bucket of the deployment. */
  readonly bucket?: string;
  /** Name of the deployment. Default `main`. */
  readonly environment?: string;
  /** Whose corpora these are. Default `default`. */
  readonly tenant?: string;
}

/** A bucket to upload to. */
export interface UploadTarget {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
  /** Lists a sealed corpus on the platform, so that jobs find it; nothing where there is only a bucket. */
  publish(corpusId: string, options?: AbortableOptions): Promise<void>;
  close(): void;
}

/**
 * Connects to a bucket by its name, or to that of a deployed platform.
 *
 * @throws BackendError when there is no such platform or AWS cannot be reached
 */
export async function openUploadTarget(options: OpenUploadTargetOptions): Promise<UploadTarget> {
  const { bucket, environment = DEFAULT_ENVIRONMENT, tenant = DEFAULT_TENANT, signal } = options;
  const connection = connectionOf(options);
  if (bucket !== undefined) {
    const client = createS3Client(connection);
    return { client, bucket, tenant, publish: () => Promise.resolve(), close: () => client.destroy() };
  }
  const platform = await readPlatform(environment, connection, signal === undefined ? {} : { signal });
  return platformTarget(platform, { ...connection, region: platform.region }, tenant);
}

function platformTarget(platform: Platform, connection: AwsConnection, tenant: string): UploadTarget {
  const { bucket, ledgerTable: ledger, workTable: work, catalogTable: catalog } = platform;
  const client = createS3Client(connection);
  const dynamo = new DynamoDBClient(connection);
  const tables = { document: DynamoDBDocumentClient.from(dynamo), ledger, work, catalog, tenant };
  const store = createS3ArtefactStore({ client, bucket, tenant });
  return {
    client,
    bucket,
    tenant,
    async publish(corpusId, call) {
      await catalogSealedCorpus({ tables, store }, corpusId, call);
    },
    close() {
      client.destroy();
      dynamo.destroy();
    },
  };
}

import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions, Backend } from '@dsgen/core';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createExecutions } from '../backend/executions.ts';
import type { Platform } from '../names/platform.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { uploadCorpus } from '../upload/upload-corpus.ts';
import type { AwsConnection } from './aws-connection.ts';
import { readPlatform } from './read-platform.ts';

export interface OpenAwsBackendOptions extends AwsConnection, AbortableOptions {
  /** Name of the deployment. Default `main`. */
  readonly environment?: string;
  /** Whose corpora, jobs and datasets these are. Default `default`. */
  readonly tenant?: string;
  /** Folder for what uploads remember, so that the next one asks and reads less. Default `.dsgen/uploads`. */
  readonly stateFolder?: string;
}

const DEFAULT_ENVIRONMENT = 'main';
const DEFAULT_TENANT = 'default';
const DEFAULT_STATE_FOLDER = join('.dsgen', 'uploads');

/**
 * Connects to a deployed platform: one look at its description gives the names of everything else.
 *
 * @throws BackendError when there is no such platform, it does not fit this version, or AWS cannot be reached
 *
 * @example
 * const backend = await openAwsBackend({ environment: 'main', region: 'eu-west-1' });
 * for await (const job of backend.jobs.list()) console.log(job.id, job.state);
 * await backend.close();
 */
export async function openAwsBackend(options: OpenAwsBackendOptions = {}): Promise<Backend> {
  const { environment = DEFAULT_ENVIRONMENT, region, endpoint, credentials, signal } = options;
  const connection = defined({ region, endpoint, credentials });
  const platform = await readPlatform(environment, connection, signal === undefined ? {} : { signal });
  return connect(platform, { ...connection, region: platform.region }, options);
}

function connect(platform: Platform, connection: AwsConnection, options: OpenAwsBackendOptions): Backend {
  const { tenant = DEFAULT_TENANT, stateFolder = DEFAULT_STATE_FOLDER } = options;
  const { region, bucket, ledgerTable: ledger, workTable: work, catalogTable: catalog, stateMachineArn } = platform;
  const s3 = createS3Client(connection);
  const dynamo = new DynamoDBClient(connection);
  const sfn = new SFNClient(connection);
  const backend = createAwsBackend({
    tables: { document: DynamoDBDocumentClient.from(dynamo), ledger, work, catalog, tenant },
    store: createS3ArtefactStore({ client: s3, bucket, tenant }),
    workflow: createExecutions({ client: sfn, stateMachineArn }),
    region,
    async upload(input, call) {
      const { corpusId } = await uploadCorpus({ ...input, ...call, client: s3, bucket, tenant, stateFolder });
      return corpusId;
    },
  });
  return {
    ...backend,
    close() {
      for (const client of [s3, dynamo, sfn]) client.destroy();
      return Promise.resolve();
    },
  };
}

/** Options of the SDK may be absent, never undefined. */
function defined<Options extends object>(options: Options): { [Key in keyof Options]?: NonNullable<Options[Key]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Options]?: NonNullable<Options[Key]> };
}

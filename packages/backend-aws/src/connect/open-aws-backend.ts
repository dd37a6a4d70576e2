import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions, Backend } from '@dsgen/core';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createExecutions } from '../backend/executions.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import type { AwsConnection } from './aws-connection.ts';
import { readPlatform } from './read-platform.ts';

export interface OpenAwsBackendOptions extends AwsConnection, AbortableOptions {
  /** Name of the deployment. Default `prod`. */
  readonly environment?: string;
  /** Whose corpora, jobs and datasets these are. Default `default`. */
  readonly tenant?: string;
}

const DEFAULT_ENVIRONMENT = 'prod';
const DEFAULT_TENANT = 'default';

/**
 * Connects to a deployed platform: one look at its description gives the names of everything else.
 *
 * @throws BackendError when there is no such platform, it does not fit this version, or AWS cannot be reached
 *
 * @example
 * const backend = await openAwsBackend({ environment: 'prod', region: 'eu-west-1' });
 * for await (const job of backend.jobs.list()) console.log(job.id, job.state);
 * await backend.close();
 */
export async function openAwsBackend(options: OpenAwsBackendOptions = {}): Promise<Backend> {
  const { environment = DEFAULT_ENVIRONMENT, tenant = DEFAULT_TENANT, signal, ...connection } = options;
  const platform = await readPlatform(environment, connection, signal === undefined ? {} : { signal });
  const { region, bucket, ledgerTable: ledger, workTable: work, catalogTable: catalog, stateMachineArn } = platform;
  const reached = { ...connection, region };
  const s3 = createS3Client(reached);
  const dynamo = new DynamoDBClient(reached);
  const sfn = new SFNClient(reached);
  const backend = createAwsBackend({
    tables: { document: DynamoDBDocumentClient.from(dynamo), ledger, work, catalog, tenant },
    store: createS3ArtefactStore({ client: s3, bucket, tenant }),
    workflow: createExecutions({ client: sfn, stateMachineArn }),
    region,
  });
  return {
    ...backend,
    close() {
      for (const client of [s3, dynamo, sfn]) client.destroy();
      return Promise.resolve();
    },
  };
}

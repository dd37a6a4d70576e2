import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readWorkerEnvironment } from '../names/environment.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { tenantKey } from '../store/tenant-key.ts';
import type { WorkflowContext } from '../workflow/workflow-context.ts';

let clients: Clients | undefined;

interface Clients {
  readonly s3: ReturnType<typeof createS3Client>;
  readonly document: DynamoDBDocumentClient;
}

/** What the steps work with, from the variables that the stack sets. A function that stays warm keeps its connections. */
export function openContext(tenant: string): WorkflowContext {
  const environment = readWorkerEnvironment(process.env);
  clients ??= openClients();
  const { bucket, ledgerTable: ledger, workTable: work, catalogTable: catalog, compute } = environment;
  return {
    tables: { document: clients.document, ledger, work, catalog, tenant },
    store: createS3ArtefactStore({ client: clients.s3, bucket, tenant }),
    bucket,
    objectKey: (key) => tenantKey(tenant, key),
    region: process.env['AWS_REGION'] ?? '',
    scratchFolder: join(tmpdir(), 'dsgen'),
    concurrency: availableParallelism(),
    hasBatch: compute.split(',').includes('batch'),
  };
}

function openClients(): Clients {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  const connection = endpoint === undefined || endpoint === '' ? {} : { endpoint };
  return { s3: createS3Client(connection), document: DynamoDBDocumentClient.from(new DynamoDBClient(connection)) };
}

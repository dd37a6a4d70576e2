import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { resolveRecipe } from '@dsgen/engine';
import { backendConformance, createMemoryArtefactStore } from '@dsgen/testkit';
import type { Tables } from '../ledger/tables.ts';
import { runWorkflow } from '../workflow/run-in-process.ts';
import type { WorkflowContext } from '../workflow/workflow-context.ts';
import { createAwsBackend } from './create-aws-backend.ts';
import type { WorkflowStarter } from './platform-parts.ts';

describeWithLab('the AWS back end on tables of an emulator', ['ministack'], (lab) => {
  backendConformance({
    name: 'aws, workflow in this process',
    abilities: ['read'],
    async create() {
      const { endpoint, region, credentials } = lab().services.ministack;
      const client = new DynamoDBClient({ endpoint, region, credentials });
      const tables = await createTables(client);
      const store = createMemoryArtefactStore();
      const scratchFolder = await mkdtemp(join(tmpdir(), 'dsgen-aws-'));
      const context: WorkflowContext = {
        tables,
        store,
        region,
        scratchFolder,
        bucket: 'memory',
        objectKey: (key) => key,
        concurrency: 1,
        hasBatch: false,
      };
      const { workflow, ended } = inProcess(context);
      return {
        backend: createAwsBackend({ tables, store, workflow, region, pollMs: 20 }),
        recipe: resolveRecipe({ tasks: ['qa'] }),
        async dispose() {
          await ended();
          client.destroy();
          await rm(scratchFolder, { recursive: true });
        },
      };
    },
  });
});

/** Starts each owner of a job once, as an execution's name does. */
function inProcess(context: WorkflowContext): { workflow: WorkflowStarter; ended: () => Promise<unknown> } {
  const running = new Map<string, Promise<void>>();
  const workflow: WorkflowStarter = {
    async start(reference) {
      const name = `${reference.jobId}-${reference.epoch}`;
      if (!running.has(name)) running.set(name, runWorkflow(reference, context));
    },
    async stop() {
      // Its steps see the request in the ledger.
    },
  };
  return { workflow, ended: () => Promise.all(running.values()) };
}

async function createTables(client: DynamoDBClient): Promise<Tables> {
  const suffix = randomBytes(4).toString('hex');
  const names = { ledger: `ledger-${suffix}`, work: `work-${suffix}`, catalog: `catalog-${suffix}` };
  for (const TableName of Object.values(names)) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'PK', AttributeType: 'S' },
          { AttributeName: 'SK', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'PK', KeyType: 'HASH' },
          { AttributeName: 'SK', KeyType: 'RANGE' },
        ],
      }),
    );
  }
  return { ...names, tenant: 'default', document: DynamoDBDocumentClient.from(client) };
}

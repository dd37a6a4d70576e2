import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from './query.ts';
import type { Tables } from './tables.ts';

/** One partition for all tenants: jobs are few beside what they work on. */
const PARTITION = 'UNDER-WAY';

/** Puts a job on the list the supervisors of all regions look at; done before it begins, so that none is forgotten. */
export async function markUnderWay(tables: Tables, jobId: string): Promise<void> {
  const Item = { ...keyOf(tables, jobId), tenant: tables.tenant, jobId };
  await tables.document.send(new PutCommand({ TableName: tables.ledger, Item }));
}

/** Takes a job that has ended off the list. */
export async function unmarkUnderWay(tables: Tables, jobId: string): Promise<void> {
  await tables.document.send(new DeleteCommand({ TableName: tables.ledger, Key: keyOf(tables, jobId) }));
}

/** The jobs of all tenants on the list. */
export async function* listMarkedJobs(
  tables: Tables,
): AsyncGenerator<{ readonly tenant: string; readonly jobId: string }> {
  for await (const item of queryItems(tables, { table: tables.ledger, partition: PARTITION, prefix: 'JOB#' })) {
    yield { tenant: String(item['tenant']), jobId: String(item['jobId']) };
  }
}

function keyOf({ tenant }: Tables, jobId: string): { readonly PK: string; readonly SK: string } {
  return { PK: PARTITION, SK: `JOB#${tenant}#${jobId}` };
}

import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions } from '@dsgen/core';
import type { JobReference } from '../workflow/steps.ts';
import { queryItems } from './query.ts';
import { abortable, isConditionFailure, type Tables } from './tables.ts';

/** One partition for all tenants: jobs are few beside what they work on. */
const PARTITION = 'UNDER-WAY';

/** A job of an owner; the tenant is that of the tables. */
type OwnedJob = Pick<JobReference, 'jobId' | 'epoch'>;

/**
 * Puts a job on the list the supervisors of all regions look at; done before it begins, so that none is forgotten. The mark of
 * a later owner stays as it is.
 */
export async function markUnderWay(tables: Tables, { jobId, epoch }: OwnedJob): Promise<void> {
  const Item = { ...keyOf(tables, jobId), tenant: tables.tenant, jobId, epoch };
  const command = new PutCommand({
    TableName: tables.ledger,
    Item,
    ConditionExpression: 'attribute_not_exists(epoch) OR epoch < :epoch',
    ExpressionAttributeValues: { ':epoch': epoch },
  });
  await unlessConditionFails(() => tables.document.send(command));
}

/** Takes a job off the list, once its end is told; a job that was resumed meanwhile stays on it. */
export async function unmarkUnderWay(tables: Tables, { jobId, epoch }: OwnedJob): Promise<void> {
  const command = new DeleteCommand({
    TableName: tables.ledger,
    Key: keyOf(tables, jobId),
    ConditionExpression: 'attribute_not_exists(epoch) OR epoch <= :epoch',
    ExpressionAttributeValues: { ':epoch': epoch },
  });
  await unlessConditionFails(() => tables.document.send(command));
}

/** Whether a job is on the list: it runs, or its end is still to be told. */
export async function isMarked(tables: Tables, jobId: string, options: AbortableOptions = {}): Promise<boolean> {
  const command = new GetCommand({ TableName: tables.ledger, Key: keyOf(tables, jobId), ConsistentRead: true });
  const { Item } = await tables.document.send(command, abortable(options));
  return Item !== undefined;
}

/** The jobs of all tenants on the list. */
export async function* listMarkedJobs(
  tables: Tables,
): AsyncGenerator<{ readonly tenant: string; readonly jobId: string }> {
  for await (const item of queryItems(tables, { table: tables.ledger, partition: PARTITION, prefix: 'JOB#' })) {
    yield { tenant: String(item['tenant']), jobId: String(item['jobId']) };
  }
}

async function unlessConditionFails(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

function keyOf({ tenant }: Tables, jobId: string): { readonly PK: string; readonly SK: string } {
  return { PK: PARTITION, SK: `JOB#${tenant}#${jobId}` };
}

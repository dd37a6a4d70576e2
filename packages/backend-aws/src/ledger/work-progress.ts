import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AbortableOptions, JobProgress } from '@dsgen/core';
import type { JobReference } from '../workflow/steps.ts';
import { EXPIRY_ATTRIBUTE } from '../names/tables.ts';
import { abortable, expiry, jobKey, sortable, type Tables } from './tables.ts';

type Owner = Pick<JobReference, 'jobId' | 'epoch'>;

/** Counts the documents of a shard, once it has a result: one write for all of them, whatever the size of the corpus. */
export async function addWorked(tables: Tables, owner: Owner, { done, refused }: JobProgress): Promise<void> {
  await tables.document.send(
    new UpdateCommand({
      TableName: tables.work,
      Key: keyOf(tables, owner),
      UpdateExpression: `SET ${EXPIRY_ATTRIBUTE} = :expiry ADD done :done, refused :refused`,
      ExpressionAttributeValues: { ':expiry': expiry()[EXPIRY_ATTRIBUTE], ':done': done, ':refused': refused },
    }),
  );
}

/** What {@link addWorked} counted for an owner of a job; undefined before its first shard. */
export async function readWorked(
  tables: Tables,
  owner: Owner,
  options: AbortableOptions = {},
): Promise<JobProgress | undefined> {
  const command = new GetCommand({ TableName: tables.work, Key: keyOf(tables, owner) });
  const { Item } = await tables.document.send(command, abortable(options));
  return Item === undefined ? undefined : { done: Number(Item['done']), refused: Number(Item['refused']) };
}

function keyOf(tables: Tables, { jobId, epoch }: Owner): { readonly PK: string; readonly SK: string } {
  return { PK: jobKey(tables, jobId), SK: `WORKED#${sortable(epoch)}` };
}

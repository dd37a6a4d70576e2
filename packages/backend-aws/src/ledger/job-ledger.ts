import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { InputError, type AbortableOptions } from '@dsgen/core';
import type { JobReference } from '../workflow/steps.ts';
import { markUnderWay } from './jobs-under-way.ts';
import { queryItems } from './query.ts';
import { currentEpoch, type StoredJob } from './stored-job.ts';
import { abortable, isConditionFailure, tenantKey, type Tables } from './tables.ts';

const PREFIX = 'JOB#';
/** Attributes that conditions look at stand beside the job; the rest of it travels as JSON, which has no types to lose. */
interface JobRow {
  readonly PK: string;
  readonly SK: string;
  readonly epoch: number;
  readonly jobState: string;
  readonly version: number;
  readonly body: string;
}

/** Whoever wrote first. */
export type Created = { readonly isNew: boolean; readonly job: StoredJob };

/** Keeps a job unless there is one of its id, and gives the one that is kept. */
export async function createJob(tables: Tables, job: StoredJob, options: AbortableOptions = {}): Promise<Created> {
  await markUnderWay(tables, { jobId: job.id, epoch: currentEpoch(job).epoch });
  try {
    const command = new PutCommand({
      TableName: tables.ledger,
      Item: toRow(tables, job, 1),
      ConditionExpression: 'attribute_not_exists(PK)',
    });
    await tables.document.send(command, abortable(options));
    return { isNew: true, job };
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return { isNew: false, job: await getJob(tables, job.id, options) };
  }
}

/** @throws InputError `job-missing` */
export async function getJob(tables: Tables, jobId: string, options: AbortableOptions = {}): Promise<StoredJob> {
  const row = await readRow(tables, jobId, options);
  return parse(row);
}

/** All jobs of the tenant in the order of their ids. */
export async function* listJobs(tables: Tables, options: AbortableOptions = {}): AsyncGenerator<StoredJob> {
  const query = { table: tables.ledger, partition: tenantKey(tables), prefix: PREFIX };
  for await (const row of queryItems(tables, query, options)) yield parse(row as unknown as JobRow);
}

/**
 * Changes a job as it is at this moment: read, change, write if nobody wrote meanwhile, again otherwise. `change` gives
 * undefined to leave it alone. So the same code is right on a table of one region and on a strongly consistent global one.
 */
export async function changeJob(
  tables: Tables,
  jobId: string,
  change: (job: StoredJob) => StoredJob | undefined,
  options: AbortableOptions = {},
): Promise<StoredJob> {
  for (;;) {
    const row = await readRow(tables, jobId, options);
    const job = parse(row);
    const changed = change(job);
    if (changed === undefined) return job;
    if (await replaceRow(tables, { changed, version: row.version }, options)) return changed;
  }
}

/**
 * What an owner of a job does to it. Undefined when the job has another owner by now, or has ended.
 */
export async function changeOwnJob(
  tables: Tables,
  { jobId, epoch }: JobReference,
  change: (job: StoredJob) => StoredJob,
): Promise<StoredJob | undefined> {
  let isOwner = false;
  const job = await changeJob(tables, jobId, (current) => {
    isOwner = currentEpoch(current).epoch === epoch && ['queued', 'running'].includes(current.state);
    return isOwner ? change(current) : undefined;
  });
  return isOwner ? job : undefined;
}

async function readRow(tables: Tables, jobId: string, options: AbortableOptions): Promise<JobRow> {
  const { Item } = await tables.document.send(
    new GetCommand({
      TableName: tables.ledger,
      Key: { PK: tenantKey(tables), SK: PREFIX + jobId },
      ConsistentRead: true,
    }),
    abortable(options),
  );
  if (Item !== undefined) return Item as unknown as JobRow;
  throw new InputError({
    code: 'job-missing',
    message: `Cannot find the job ${JSON.stringify(jobId)}`,
    fix: 'List the jobs with `dsgen jobs list`.',
  });
}

async function replaceRow(
  tables: Tables,
  { changed, version }: { readonly changed: StoredJob; readonly version: number },
  options: AbortableOptions,
): Promise<boolean> {
  const { PK, SK, ...attributes } = toRow(tables, changed, version + 1);
  try {
    const command = new UpdateCommand({
      TableName: tables.ledger,
      Key: { PK, SK },
      UpdateExpression: 'SET epoch = :epoch, jobState = :jobState, version = :version, body = :body',
      ConditionExpression: 'version = :known',
      ExpressionAttributeValues: {
        ':epoch': attributes.epoch,
        ':jobState': attributes.jobState,
        ':version': attributes.version,
        ':body': attributes.body,
        ':known': version,
      },
    });
    await tables.document.send(command, abortable(options));
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

function toRow(tables: Tables, job: StoredJob, version: number): JobRow {
  return {
    PK: tenantKey(tables),
    SK: PREFIX + job.id,
    epoch: currentEpoch(job).epoch,
    jobState: job.state,
    version,
    body: JSON.stringify(job),
  };
}

function parse({ body }: JobRow): StoredJob {
  return JSON.parse(body) as StoredJob;
}

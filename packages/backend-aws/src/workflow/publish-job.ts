import type { DatasetManifest } from '@dsgen/core';
import { changeOwnJob } from '../ledger/job-ledger.ts';
import { datasetTable } from '../ledger/dataset-table.ts';
import { datasetPrefix, type JobReference } from './steps.ts';
import { readOwnJob } from './own-job.ts';
import type { WorkflowContext } from './workflow-context.ts';
import { epochSuperseded } from './workflow-error.ts';

/**
 * Makes the assembled dataset the job's. The ledger decides: an owner that was superseded meanwhile has written files that
 * nobody will read.
 */
export async function publishJob(reference: JobReference, context: WorkflowContext): Promise<JobReference> {
  const { tables, store, bucket, objectKey } = context;
  await readOwnJob(reference, context);
  const manifest = await readDatasetManifest(store, reference);
  const { ledger, name, records } = manifest;
  const job = await changeOwnJob(tables, reference, (own) => ({ ...own, datasetId: own.id, ledger }));
  if (job === undefined) throw epochSuperseded(reference);
  await datasetTable(tables).put(job.id, {
    id: job.id,
    name,
    jobId: job.id,
    epoch: reference.epoch,
    location: `s3://${bucket}/${objectKey(datasetPrefix(reference))}`,
    records,
  });
  return reference;
}

async function readDatasetManifest(store: WorkflowContext['store'], reference: JobReference): Promise<DatasetManifest> {
  const bytes = await store.get(`${datasetPrefix(reference)}dataset.json`);
  if (bytes === undefined) throw new Error(`the dataset of job ${reference.jobId} was not assembled`);
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as DatasetManifest;
}

import { rm } from 'node:fs/promises';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import type { Backend, DatasetRecord, JobEvent, JobInfo } from '@dsgen/core';
import { CONFORMANCE_DOCUMENTS } from '@dsgen/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createTables } from '../backend/fixtures/platform.ts';
import { assembleJob } from './assemble-job.ts';
import { claimJob } from './claim-job.ts';
import { finalizeJob } from './finalize-job.ts';
import { NO_WORKFLOW, openContext, submissionOf } from './fixtures/job-in-test.ts';
import { planJob } from './plan-job.ts';
import { processShard } from './process-shard.ts';
import { publishJob } from './publish-job.ts';
import { settleJob } from './settle-job.ts';
import type { JobReference, ShardReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/** The shard holds what is not a repetition of earlier bytes. */
const WORKED = { done: 2, refused: 0 };

/* Queues and workflows deliver at least once: whatever comes twice, late or at the same time must count once. */
describeWithLab('the steps of a job', ['ministack'], (lab) => {
  let context: WorkflowContext;
  let backend: Backend;
  let job: JobInfo;
  let reference: JobReference;
  let destroy: () => void;

  beforeEach(async () => {
    const created = await createTables(lab().services.ministack);
    ({ destroy } = created);
    context = await openContext(created.tables);
    backend = createAwsBackend({ ...context, workflow: NO_WORKFLOW, pollMs: 10 });
    job = await backend.jobs.submit(await submissionOf(backend, 'one'));
    reference = { tenant: 'default', jobId: job.id, epoch: 1 };
  });
  afterEach(async () => {
    destroy();
    await rm(context.scratchFolder, { recursive: true, force: true });
  });

  function shard(): ShardReference {
    return { ...reference, lane: 'fast', shard: 0 };
  }

  async function expectOneOfEverything(): Promise<void> {
    const events = await collect<JobEvent>(backend.jobs.events(job.id));
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === 'job-start')).toHaveLength(1);
    expect(types.filter((type) => type === 'document-end')).toHaveLength(CONFORMANCE_DOCUMENTS.length);
    expect(types.filter((type) => type === 'job-end')).toEqual(['job-end']);
    const records = await collect<DatasetRecord>(backend.jobs.records(job.id));
    const { cost, ledger, state } = await backend.jobs.get(job.id);
    expect(state).toBe('done');
    expect(cost?.lines.find(({ item }) => item === 'lambdaRequest')).toMatchObject({ stage: 'process', quantity: 1 });
    expect(records).toHaveLength(ledger?.candidates.accepted ?? Number.NaN);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  }

  it('count once when each is delivered twice', async () => {
    for (let delivery = 1; delivery <= 2; delivery += 1) await claimJob(reference, context);
    for (let delivery = 1; delivery <= 2; delivery += 1) await planJob(reference, context);
    for (let delivery = 1; delivery <= 2; delivery += 1) await processShard(shard(), context);
    expect(await backend.jobs.get(job.id)).toMatchObject({ progress: WORKED });
    for (let delivery = 1; delivery <= 2; delivery += 1) {
      expect(await settleJob(reference, context)).toMatchObject({ verdict: 'complete', quarantined: 0 });
    }
    for (let delivery = 1; delivery <= 2; delivery += 1) await assembleJob(reference, context);
    for (let delivery = 1; delivery <= 2; delivery += 1) await publishJob(reference, context);
    for (let delivery = 1; delivery <= 2; delivery += 1) await finalizeJob(reference, context);
    await expectOneOfEverything();
  });

  it('count once when a shard runs twice at the same time, and once more after the job has ended', async () => {
    await claimJob(reference, context);
    await planJob(reference, context);
    await Promise.all([processShard(shard(), context), processShard(shard(), context)]);
    await assembleJob(reference, context);
    await publishJob(reference, context);
    await Promise.all([finalizeJob(reference, context), finalizeJob(reference, context)]);
    await expect(processShard(shard(), context)).rejects.toMatchObject({ name: 'EpochSuperseded' });
    await expect(assembleJob(reference, context)).rejects.toMatchObject({ name: 'EpochSuperseded' });
    await expectOneOfEverything();
  });

  it('give a shard that leaves no result two more rounds, and count its documents as lost after them', async () => {
    await claimJob(reference, context);
    await planJob(reference, context);
    expect(await settleJob(reference, context)).toMatchObject({ verdict: 'again' });
    const again = await settleJob(reference, context);
    expect(again.lanes.fast.inline).toEqual([shard()]);
    expect(await settleJob(reference, context)).toMatchObject({ verdict: 'complete', quarantined: 1 });
    await assembleJob(reference, context);
    await publishJob(reference, context);
    await finalizeJob(reference, context);
    const { ledger } = await backend.jobs.get(job.id);
    expect(ledger?.documents).toEqual({ total: 4, done: 0, skipped: 2, quarantined: 2 });
    expect(ledger?.reasons).toMatchObject({ 'document/crashed': 2 });
  });

  it('end a job that failed with what went wrong, and let it be resumed', async () => {
    await claimJob(reference, context);
    const Cause = JSON.stringify({ errorMessage: 'the bucket is gone' });
    await finalizeJob({ ...reference, error: { Error: 'Error', Cause } }, context);
    const failed = await backend.jobs.get(job.id);
    expect(failed).toMatchObject({ state: 'failed', error: { message: 'The job failed: the bucket is gone' } });
    await backend.jobs.resume(job.id);
    reference = { ...reference, epoch: 2 };
    await claimJob(reference, context);
    await planJob(reference, context);
    await processShard(shard(), context);
    await assembleJob(reference, context);
    await publishJob(reference, context);
    await finalizeJob(reference, context);
    const events = await collect<JobEvent>(backend.jobs.events(job.id));
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'job-end')).toMatchObject([{ state: 'failed' }, { state: 'done' }]);
  });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

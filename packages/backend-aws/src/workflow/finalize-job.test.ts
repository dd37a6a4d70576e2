import { rm } from 'node:fs/promises';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import type { Backend, JobEvent, JobInfo } from '@dsgen/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createTables } from '../backend/fixtures/platform.ts';
import { listMarkedJobs, unmarkUnderWay } from '../ledger/jobs-under-way.ts';
import { claimJob } from './claim-job.ts';
import { finalizeJob } from './finalize-job.ts';
import { openFaultyService, type FaultyService } from './fixtures/faulty-service.ts';
import { NO_WORKFLOW, openContext, submissionOf } from './fixtures/job-in-test.ts';
import type { JobReference } from './steps.ts';
import { superviseJobs, type Supervision } from './supervise-jobs.ts';
import type { WorkflowContext } from './workflow-context.ts';

/* A job is ended, its end is told, its mark is taken away: whoever does this may die after each of them. */
describeWithLab('the end of a job', ['ministack'], (lab) => {
  let service: FaultyService;
  let context: WorkflowContext;
  let backend: Backend;
  let job: JobInfo;
  let reference: JobReference;
  let destroy: () => void;

  beforeEach(async () => {
    service = await openFaultyService(lab().services.ministack.endpoint);
    const created = await createTables({ ...lab().services.ministack, endpoint: service.endpoint });
    ({ destroy } = created);
    context = await openContext(created.tables);
    backend = createAwsBackend({ ...context, workflow: NO_WORKFLOW, pollMs: 10 });
    job = await backend.jobs.submit(await submissionOf(backend, 'one'));
    reference = { tenant: 'default', jobId: job.id, epoch: 1 };
    await claimJob(reference, context);
  });
  afterEach(async () => {
    destroy();
    await service.close();
    await rm(context.scratchFolder, { recursive: true, force: true });
  });

  /** The finalizer dies at its first call of this operation. */
  async function finalizeUntil(operation: string): Promise<void> {
    service.arm((_, called) => (called === operation ? { refuse: 'ExpiredTokenException' } : 'pass'));
    await expect(finalizeJob(reference, context)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    expect(service.struck).toBe(1);
    service.arm();
  }

  function supervise(region = context.region): Promise<Supervision> {
    return superviseJobs(() => ({ ...context, region }), { ...NO_WORKFLOW, state: () => Promise.resolve('SUCCEEDED') });
  }

  async function readEnds(): Promise<readonly JobEvent[]> {
    const events: JobEvent[] = [];
    for await (const event of backend.jobs.events(job.id)) events.push(event);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    return events.filter(({ type }) => type === 'job-end');
  }

  async function marked(): Promise<readonly string[]> {
    const jobs: string[] = [];
    for await (const { jobId } of listMarkedJobs(context.tables)) jobs.push(jobId);
    return jobs;
  }

  it('is told and then unmarked', async () => {
    await finalizeJob(reference, context);
    expect(await readEnds()).toMatchObject([{ sequence: 3, state: 'done' }]);
    expect(await marked()).toEqual([]);
  });

  it('is told by the supervisor when the finalizer dies before it tells, and a reader waits for that', async () => {
    await finalizeUntil('PutItem');
    expect(await backend.jobs.get(job.id)).toMatchObject({ state: 'done' });
    expect(await marked()).toEqual([job.id]);
    const ends = readEnds();
    expect(await supervise()).toMatchObject({ ended: [job.id] });
    expect(await ends).toMatchObject([{ sequence: 3, state: 'done' }]);
    expect(await marked()).toEqual([]);
    expect(await supervise()).toMatchObject({ ended: [] });
  });

  it('is told once when the finalizer dies after it told', async () => {
    await finalizeUntil('DeleteItem');
    expect(await readEnds()).toMatchObject([{ sequence: 3, state: 'done' }]);
    expect(await marked()).toEqual([job.id]);
    expect(await supervise()).toMatchObject({ ended: [job.id] });
    expect(await readEnds()).toMatchObject([{ sequence: 3, state: 'done' }]);
    expect(await marked()).toEqual([]);
  });

  it('is told once when supervisors and a second delivery come at the same time', async () => {
    await finalizeUntil('PutItem');
    await Promise.all([supervise(), finalizeJob(reference, context), supervise(), finalizeJob(reference, context)]);
    expect(await readEnds()).toMatchObject([{ sequence: 3, state: 'done' }]);
    expect(await marked()).toEqual([]);
  });

  it('is not told by the supervisor of another region, which does not have its events', async () => {
    await finalizeUntil('PutItem');
    expect(await supervise('eu-west-1')).toMatchObject({ ended: [], takenOver: [] });
    expect(await marked()).toEqual([job.id]);
    expect(await supervise()).toMatchObject({ ended: [job.id] });
  });

  it('leaves the mark of a job that was resumed before it was unmarked', async () => {
    await finalizeJob({ ...reference, error: { Error: 'Error', Cause: 'the bucket is gone' } }, context);
    await backend.jobs.resume(job.id);
    await unmarkUnderWay(context.tables, reference);
    expect(await marked()).toEqual([job.id]);
    await finalizeJob({ ...reference, epoch: 2 }, context);
    expect(await marked()).toEqual([]);
    expect(await readEnds()).toMatchObject([{ state: 'failed' }, { state: 'done' }]);
  });
});

import { rm } from 'node:fs/promises';
import { CreateStateMachineCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import type { Backend, DatasetFile, JobEvent, JobInfo } from '@dsgen/core';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAwsBackend } from '../backend/create-aws-backend.ts';
import { createExecutions, type Executions } from '../backend/executions.ts';
import { createTables } from '../backend/fixtures/platform.ts';
import { createRegionalBackend } from '../regions/create-regional-backend.ts';
import { openFaultyService, type Decision, type FaultyService } from './fixtures/faulty-service.ts';
import { NO_WORKFLOW, openContext, submissionOf } from './fixtures/job-in-test.ts';
import { runWorkflow } from './run-in-process.ts';
import type { JobReference } from './steps.ts';
import { superviseJobs } from './supervise-jobs.ts';
import type { WorkflowContext } from './workflow-context.ts';

const THROTTLED = { refuse: 'ProvisionedThroughputExceededException' };
const EXPIRED = { refuse: 'ExpiredTokenException' };

/* What DynamoDB and Step Functions do on a bad day: the result is as on a good one, or the error says what to do. */
describeWithLab('a job on services that fail', ['ministack'], (lab) => {
  let service: FaultyService;
  let context: WorkflowContext;
  let destroy: () => void;
  /** Calls of DynamoDB that the latest job of `finish` made. */
  let callsOfRun: number;

  beforeEach(async () => {
    service = await openFaultyService(lab().services.ministack.endpoint);
    const created = await createTables({ ...lab().services.ministack, endpoint: service.endpoint });
    ({ destroy } = created);
    context = await openContext(created.tables);
  });
  afterEach(async () => {
    destroy();
    await service.close();
    await rm(context.scratchFolder, { recursive: true, force: true });
  });

  /** As the command line opens it, with a workflow that the test runs itself. */
  function openBackend(workflow: Pick<Executions, 'start' | 'stop'> = NO_WORKFLOW): Backend {
    const backend = createAwsBackend({ ...context, workflow, pollMs: 10 });
    return createRegionalBackend({ regions: [{ name: 'us-east-1', open: () => Promise.resolve(backend) }] });
  }

  it('starts once when the answer to its start is lost', async () => {
    const { region, credentials } = lab().services.ministack;
    const client = new SFNClient({ region, credentials, endpoint: service.endpoint, maxAttempts: 1 });
    const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } });
    const machine = { name: `lost-${Date.now()}`, definition, roleArn: 'arn:aws:iam::000000000000:role/lab' };
    const { stateMachineArn = '' } = await client.send(new CreateStateMachineCommand(machine));
    const backend = openBackend(createExecutions({ client, stateMachineArn }));
    const submission = await submissionOf(backend, 'lost');
    service.arm((_, operation) => (operation === 'StartExecution' ? 'lose-answer' : 'pass'));
    await expect(backend.jobs.submit(submission)).rejects.toMatchObject({ code: 'aws-unreachable', isRetryable: true });
    expect(service.struck).toBe(1);
    service.arm();
    const job = await backend.jobs.submit(submission);
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions.map(({ name }) => name)).toEqual([`${job.id}-1`]);
    client.destroy();
  });

  it('is done and the same when DynamoDB throttles every third call', async () => {
    const expected = await finish(openBackend(), 'quiet');
    context = { ...context, store: createMemoryArtefactStore() };
    const files = await finish(openBackend(), 'throttled', (call) => (call % 3 === 0 ? THROTTLED : 'pass'));
    expect(service.struck).toBeGreaterThan(callsOfRun / 4);
    expect(files).toEqual(expected);
  });

  it('fails when the credentials of its workers expire, at whatever moment, and is the same once resumed', async () => {
    const expected = await finish(openBackend(), 'quiet');
    for (const position of [0.1, 0.3, 0.5].map((share) => Math.round(share * callsOfRun))) {
      context = { ...context, store: createMemoryArtefactStore() };
      const backend = openBackend();
      const job = await backend.jobs.submit(await submissionOf(backend, `expired-${position}`));
      service.arm((call) => (call > position ? EXPIRED : 'pass'));
      await expect(runWorkflow(referenceTo(job, 1), context)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
      service.arm();
      await superviseJobs(() => context, { ...NO_WORKFLOW, state: () => Promise.resolve('FAILED') });
      expect(await backend.jobs.get(job.id)).toMatchObject({ state: 'failed', error: { code: 'workflow-failed' } });
      await backend.jobs.resume(job.id);
      await runWorkflow(referenceTo(job, 2), context);
      expect(await filesOf(backend, job)).toEqual(expected);
    }
  });

  it('tells a client whose credentials expire so, who goes on at its place after signing in', async () => {
    const backend = openBackend();
    const job = await backend.jobs.submit(await submissionOf(backend, 'watched'));
    await runWorkflow(referenceTo(job, 1), context);
    const seen: JobEvent[] = [];
    await expect(async () => {
      for await (const event of backend.jobs.events(job.id)) {
        seen.push(event);
        service.arm(() => EXPIRED);
        await backend.jobs.get(job.id);
      }
    }).rejects.toMatchObject({ code: 'aws-credentials-expired', isRetryable: false });
    service.arm();
    const after = seen.at(-1)?.sequence ?? 0;
    for await (const event of backend.jobs.events(job.id, { after })) seen.push(event);
    expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.at(-1)).toMatchObject({ type: 'job-end', state: 'done' });
  });

  /** Runs a job from its submission to its dataset. */
  async function finish(backend: Backend, key: string, fate?: Decision): Promise<readonly DatasetFile[]> {
    const job = await backend.jobs.submit(await submissionOf(backend, key));
    service.arm(fate);
    await runWorkflow(referenceTo(job, 1), context);
    callsOfRun = service.calls;
    return filesOf(backend, job);
  }
});

function referenceTo({ id }: JobInfo, epoch: number): JobReference {
  return { tenant: 'default', jobId: id, epoch };
}

async function filesOf(backend: Backend, { id }: JobInfo): Promise<readonly DatasetFile[]> {
  expect(await backend.jobs.get(id)).toMatchObject({ state: 'done' });
  const { manifest } = await backend.datasets.get(id);
  expect(manifest.records).toBeGreaterThan(0);
  return manifest.files;
}

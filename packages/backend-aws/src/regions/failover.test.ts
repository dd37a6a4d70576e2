import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { startLab, type Lab } from '@dsgen/aws-lab';
import { createLocalBackend } from '@dsgen/backend-local';
import type { Backend, DatasetRecord, JobInfo } from '@dsgen/core';
import { resolveRecipe } from '@dsgen/engine';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTables } from '../backend/fixtures/platform.ts';
import { changeJob } from '../ledger/job-ledger.ts';
import { publishJob } from '../workflow/publish-job.ts';
import { superviseJobs } from '../workflow/supervise-jobs.ts';
import { createRegionalBackend } from './create-regional-backend.ts';
import { openModelRegion, replicate, type ModelRegion } from './fixtures/two-regions.ts';

const HANDBOOK = fileURLToPath(new URL('../../../../examples/handbook', import.meta.url));
const recipe = resolveRecipe({});

describeWithLab('a deployment in two Regions', ['ministack', 'versitygw'], (lab) => {
  let folder: string;
  let home: ModelRegion;
  let peer: ModelRegion;
  let peerLab: Lab<'versitygw'>;
  let backend: Backend;
  let moves: string[];
  let releaseShared: () => void;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dsgen-regions-'));
    peerLab = await startLab({ services: ['versitygw'] });
    const { ministack: tableService, versitygw } = lab().services;
    const { tables: shared, destroy } = await createTables(tableService);
    releaseShared = destroy;
    const common = { tableService, shared, folder };
    // Buckets of earlier tests stay in the emulator, so names differ from test to test.
    const suffix = shared.ledger.slice(-8);
    home = await openModelRegion({ ...common, name: `home-${suffix}`, bucketService: versitygw });
    peer = await openModelRegion({ ...common, name: `peer-${suffix}`, bucketService: peerLab.services.versitygw });
    moves = [];
    backend = createRegionalBackend({
      regions: [home, peer].map(({ name, backend: regional }) => ({ name, open: () => Promise.resolve(regional) })),
      onMove: ({ to }) => moves.push(to),
    });
  });
  afterEach(async () => {
    home.comeBack();
    await Promise.all([home.close(), peer.close()]);
    releaseShared();
    await peerLab.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<JobInfo> {
    const corpus = await backend.corpora.link!({ paths: [HANDBOOK] });
    const input = { corpusId: corpus.id, recipe, datasetName: 'handbook', idempotencyKey: 'one' };
    return backend.jobs.submit(input);
  }

  /** Time passes: the lease of the lost owner runs out, and the peer's supervisor comes round. */
  async function superviseAfterLease(jobId: string): Promise<readonly string[]> {
    await changeJob(peer.context.tables, jobId, (job) => ({ ...job, leaseUntil: 0 }));
    return (await superviseJobs(() => peer.context, peer.executions)).takenOver;
  }

  it('goes on in the peer when the home is lost in the middle of a job, and gives the same records once', async () => {
    const expected = await recordsHere(folder);
    const job = await start();
    const zones = ['bronze', 'manifests'];
    await replicate(home.store, peer.store, { zones, behind: 5 });
    const received: DatasetRecord[] = [];
    const reading = readInto(received, backend.jobs.records(job.id));
    await untilUnderWay(home);
    home.lose();
    while (moves.length === 0) await delay(20);
    expect(await superviseAfterLease(job.id)).toEqual([job.id]);
    await reading;
    expect(moves).toEqual([peer.name]);
    expect(received).toEqual(expected);
    expect(await backend.jobs.get(job.id)).toMatchObject({ state: 'done', datasetId: job.id });
    expect((await collect(backend.datasets.list())).map(({ id }) => id)).toEqual([job.id]);
  });

  it('lets no owner publish that was superseded while it was away', async () => {
    const job = await start();
    await untilUnderWay(home);
    home.lose();
    await backend.jobs.get(job.id);
    await superviseAfterLease(job.id);
    await collect(backend.jobs.records(job.id));
    home.comeBack();
    const zombie = publishJob({ tenant: 'default', jobId: job.id, epoch: 1 }, home.context);
    await expect(zombie).rejects.toMatchObject({ name: 'EpochSuperseded' });
    const dataset = await peer.backend.datasets.get(job.id);
    expect(dataset.location).toContain(`gold/default/${job.id}/2/`);
  });

  it('leaves a job alone whose owner still holds it', async () => {
    const job = await start();
    await untilUnderWay(home);
    const { takenOver } = await superviseJobs(() => peer.context, peer.executions);
    expect(takenOver).toEqual([]);
    const { renewed, ended } = await superviseJobs(() => home.context, home.executions);
    expect([...renewed, ...ended]).toEqual([job.id]);
    await collect(backend.jobs.records(job.id));
  });

  it('goes on reading where it was when the home is lost after the job', async () => {
    const job = await start();
    const all = await collect(backend.jobs.records(job.id));
    await untilDone(job.id);
    await replicate(home.store, peer.store, { zones: ['gold'] });
    const records = backend.datasets.records(job.id)[Symbol.asyncIterator]();
    const first = await records.next();
    home.lose();
    const rest: DatasetRecord[] = [];
    for (let step = await records.next(); step.done !== true; step = await records.next()) rest.push(step.value);
    expect([first.value as DatasetRecord, ...rest].map(({ id }) => id).toSorted()).toEqual(
      all.map(({ id }) => id).toSorted(),
    );
  });

  async function untilDone(jobId: string): Promise<void> {
    while ((await backend.jobs.get(jobId)).state !== 'done') await delay(20);
  }
});

async function recordsHere(folder: string): Promise<readonly DatasetRecord[]> {
  const local = createLocalBackend({ store: join(folder, 'store') });
  const corpus = await local.corpora.link({ paths: [HANDBOOK] });
  const input = { corpusId: corpus.id, recipe, datasetName: 'handbook', idempotencyKey: 'one' };
  const records = await collect(local.jobs.records((await local.jobs.submit(input)).id));
  await local.close();
  return records;
}

/** Until the first document is done. */
async function untilUnderWay({ store }: ModelRegion): Promise<void> {
  for (;;) {
    for await (const { key } of store.list('silver/')) if (key !== '') return;
    await delay(20);
  }
}

async function readInto(target: DatasetRecord[], records: AsyncIterable<DatasetRecord>): Promise<void> {
  for await (const record of records) target.push(record);
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

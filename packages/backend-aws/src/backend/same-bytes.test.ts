import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { createLocalBackend } from '@dsgen/backend-local';
import type { Backend, DatasetFile, JobInfo, RecipeInput } from '@dsgen/core';
import { resolveRecipe } from '@dsgen/engine';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { tenantKey } from '../store/tenant-key.ts';
import { uploadCorpus } from '../upload/upload-corpus.ts';
import { createAwsBackend } from './create-aws-backend.ts';
import { createTables, inProcess } from './fixtures/platform.ts';

const HANDBOOK = fileURLToPath(new URL('../../../../examples/handbook', import.meta.url));
const RECIPE: RecipeInput = {};

let folder: string;
let documents: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-same-bytes-'));
  documents = join(folder, 'handbook');
  await cp(HANDBOOK, documents, { recursive: true });
  await writeFile(join(documents, 'LICENSE'), 'SPDX-License-Identifier: CC-BY-4.0\n');
  await writeFile(join(documents, 'copy.md'), '# Empty but for a heading\n');
  await writeFile(join(documents, 'copy of copy.md'), '# Empty but for a heading\n');
  await writeFile(join(documents, 'broken.pdf'), '%PDF-1.7 and no more');
  await writeFile(join(documents, '.hidden.md'), '# Not seen\n');
});
afterEach(() => rm(folder, { recursive: true }));

describeWithLab('a dataset of the AWS back end', ['ministack', 'versitygw'], (lab) => {
  it('has the bytes of the embedded one, file by file', async () => {
    const { versitygw, ministack } = lab().services;
    const client = createS3Client(versitygw);
    const bucket = 'same-bytes';
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const { tables, destroy } = await createTables(ministack);
    const store = createS3ArtefactStore({ client, bucket, tenant: 'default' });
    const context = {
      tables,
      store,
      bucket,
      objectKey: (key: string) => tenantKey('default', key),
      region: 'us-east-1',
      scratchFolder: join(folder, 'scratch'),
      concurrency: 2,
      hasBatch: false,
    };
    const { workflow, ended } = inProcess(context);
    const aws = createAwsBackend({
      tables,
      store,
      workflow,
      region: 'us-east-1',
      pollMs: 50,
      async upload(input) {
        const upload = { client, bucket, tenant: 'default', stateFolder: join(folder, 'uploads') };
        return (await uploadCorpus({ ...input, ...upload })).corpusId;
      },
    });
    const local = createLocalBackend({ store: join(folder, 'store') });
    const [ours, theirs] = [await run(local), await run(aws)];
    expect(theirs.files).toEqual(ours.files);
    expect(theirs.manifest).toEqual(ours.manifest);
    expect(ours.files.length).toBeGreaterThan(5);
    await ended();
    await local.close();
    destroy();
    client.destroy();
  });
});

interface Outcome {
  readonly manifest: string;
  readonly files: readonly DatasetFile[];
}

async function run(backend: Backend): Promise<Outcome> {
  const corpus = await backend.corpora.link!({ paths: [documents] });
  const job = await backend.jobs.submit({
    corpusId: corpus.id,
    recipe: resolveRecipe(RECIPE),
    idempotencyKey: 'same-bytes',
    datasetName: 'handbook',
  });
  const { datasetId = '' } = await finish(backend, job);
  const { manifest } = await backend.datasets.get(datasetId);
  for (const { name, sha256 } of manifest.files) expect(await hashOf(backend, datasetId, name)).toBe(sha256);
  return { manifest: await hashOf(backend, datasetId, 'dataset.json'), files: manifest.files };
}

async function finish(backend: Backend, { id }: JobInfo): Promise<JobInfo> {
  for await (const event of backend.jobs.events(id)) if (event.type === 'job-end') break;
  const info = await backend.jobs.get(id);
  expect(info).toMatchObject({ state: 'done' });
  return info;
}

async function hashOf(backend: Backend, datasetId: string, file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of backend.datasets.read!({ datasetId, file })) hash.update(piece);
  return hash.digest('hex');
}

import type { LabService } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { AwsClient } from 'aws4fetch';
import { afterEach, expect, test } from 'vitest';
import { createModelClient, type MeteredModelClient, type ModelClientOptions } from '../create-model-client.ts';
import { gatheringClock } from '../fixtures/gathering-clock.ts';
import { ScriptedBedrock, type BucketFiles, type ScriptedBedrockOptions } from '../fixtures/scripted-bedrock.ts';
import type { ModelAnswer } from '../model-client.ts';

const MODEL = 'amazon-bedrock/eu.anthropic.model-v1:0';
const closers: Array<() => void> = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Started {
  readonly bedrock: ScriptedBedrock;
  /** One that gathers so many calls. */
  client(calls: number, options?: Partial<ModelClientOptions>): MeteredModelClient;
}

async function start(options: ScriptedBedrockOptions = {}, s3?: LabService): Promise<Started> {
  const bedrock = new ScriptedBedrock(options);
  const address = await bedrock.start();
  closers.push(() => bedrock.close());
  const environment = {
    AWS_REGION: s3?.region ?? 'eu-west-1',
    AWS_ACCESS_KEY_ID: s3?.credentials.accessKeyId ?? 'canary-id',
    AWS_SECRET_ACCESS_KEY: s3?.credentials.secretAccessKey ?? 'canary-secret',
    AWS_ENDPOINT_URL: address,
    ...(s3 === undefined ? {} : { AWS_ENDPOINT_URL_S3: s3.endpoint }),
    DSGEN_BEDROCK_BATCH_ROLE: 'arn:aws:iam::123456789012:role/batches',
    DSGEN_BEDROCK_BATCH_FOLDER: 's3://batches/some folder',
  };
  return {
    bedrock,
    client: (calls, more = {}) =>
      createModelClient({
        store: createMemoryArtefactStore(),
        environment,
        baseUrl: address,
        clock: gatheringClock(calls),
        batch: 'always',
        ...more,
      }),
  };
}

function askAll(client: MeteredModelClient, count: number): Promise<ModelAnswer[]> {
  const questions = Array.from({ length: count }, (_, index) => `Question ${index}`);
  return Promise.all(
    questions.map((content) =>
      client.complete({ model: MODEL, messages: [{ role: 'user', content }], maxOutputTokens: 50, purpose: 'test' }),
    ),
  );
}

test('calls get the answers of real time, in one job and without a request for each', async () => {
  const { bedrock, client } = await start();
  const batched = await askAll(client(120), 120);
  expect([bedrock.jobs, bedrock.records, bedrock.callsAtOnce]).toEqual([1, 120, 0]);
  expect(batched[7]).toMatchObject({ state: 'done', text: 'You said: Question 7' });
  expect(batched).toEqual(await askAll(client(120, { batch: 'never' }), 120));
});

test('calls that failed in a job are asked in real time, and no others', async () => {
  const { bedrock, client } = await start({ failsEvery: 10 });
  const answers = await askAll(client(100), 100);
  expect(answers.map(({ text }) => text)).toEqual(answers.map((_, index) => `You said: Question ${index}`));
  expect([bedrock.jobs, bedrock.callsAtOnce]).toEqual([1, 10]);
});

test('a job is gone on with by the next client over the same store', async () => {
  const { bedrock, client } = await start({ latencyMs: 500 });
  const store = createMemoryArtefactStore();
  const leaving = new AbortController();
  const first = client(100, { store, leaving: leaving.signal });
  const asked = askAll(first, 100).catch((error: unknown) => error);
  while ((await Array.fromAsync(store.list('silver/batch@'))).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  leaving.abort(new Error('left'));
  expect(await asked).toEqual(new Error('left'));
  await first.close();
  const answers = await askAll(client(100, { store }), 100);
  expect(answers.every(({ state }) => state === 'done')).toBe(true);
  expect([bedrock.orders, bedrock.jobs, bedrock.callsAtOnce]).toEqual([1, 1, 0]);
});

test('an order whose answer was lost is the same order the next time', async () => {
  const { bedrock, client } = await start({ losesFirstAnswer: true });
  const store = createMemoryArtefactStore();
  await expect(askAll(client(100, { store }), 100)).rejects.toMatchObject({ code: 'model-unreachable' });
  const answers = await askAll(client(100, { store }), 100);
  expect(answers.every(({ state }) => state === 'done')).toBe(true);
  expect([bedrock.orders, bedrock.jobs, bedrock.callsAtOnce]).toEqual([2, 1, 0]);
});

test('fewer calls than a job takes are asked in real time', async () => {
  const { bedrock, client } = await start();
  await askAll(client(99), 99);
  expect([bedrock.jobs, bedrock.callsAtOnce]).toEqual([0, 99]);
});

test('without a role and a folder, calls are asked in real time', async () => {
  const { bedrock, client } = await start();
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'canary-id',
    AWS_SECRET_ACCESS_KEY: 'canary-secret',
  };
  await askAll(client(100, { environment }), 100);
  expect([bedrock.jobs, bedrock.callsAtOnce]).toEqual([0, 100]);
});

test.each([
  ['DSGEN_BEDROCK_BATCH_ROLE', undefined],
  ['DSGEN_BEDROCK_BATCH_FOLDER', undefined],
  ['DSGEN_BEDROCK_BATCH_FOLDER', 'batches/folder'],
  ['AWS_SECRET_ACCESS_KEY', undefined],
])('a place that cannot work is an error before anything is sent: %s is %j', async (name, value) => {
  const { bedrock, client } = await start();
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_BEARER_TOKEN_BEDROCK: 'canary-token',
    AWS_ACCESS_KEY_ID: 'canary-id',
    AWS_SECRET_ACCESS_KEY: 'canary-secret',
    DSGEN_BEDROCK_BATCH_ROLE: 'arn:aws:iam::123456789012:role/batches',
    DSGEN_BEDROCK_BATCH_FOLDER: 's3://batches',
    [name]: value,
  };
  await expect(askAll(client(1, { environment }), 1)).rejects.toMatchObject({ code: 'model-batch-place-invalid' });
  expect([bedrock.jobs, bedrock.callsAtOnce]).toEqual([0, 0]);
});

describeWithLab('a bucket that checks signatures', ['versitygw'], (lab) => {
  test('takes the requests of a job and gives its answers', async () => {
    const s3 = lab().services.versitygw;
    const files = filesIn(s3);
    await files.put('batches', '');
    const { bedrock, client } = await start({ files, failsEvery: 10 }, s3);
    const answers = await askAll(client(100), 100);
    expect(answers.map(({ text }) => text)).toEqual(answers.map((_, index) => `You said: Question ${index}`));
    expect([bedrock.jobs, bedrock.callsAtOnce]).toEqual([1, 10]);
  });
});

/** What Bedrock itself does in a bucket. To put nothing under its name makes the bucket. */
function filesIn({ endpoint, region, credentials }: LabService): BucketFiles {
  const client = new AwsClient({ ...credentials, region, service: 's3' });
  return {
    async get(path) {
      const response = await client.fetch(`${endpoint}/${encodeURI(path)}`);
      return response.ok ? response.text() : undefined;
    },
    async put(path, body) {
      const response = await client.fetch(`${endpoint}/${encodeURI(path)}`, { method: 'PUT', body });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
  };
}

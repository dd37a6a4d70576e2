import type { ArtefactStore } from '@dsgen/core';
import { createMemoryArtefactStore, startModelServer, type ModelServer, type ModelServerOptions } from '@dsgen/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { createModelClient, type MeteredModelClient, type ModelClientOptions } from '../create-model-client.ts';
import { gatheringClock } from '../fixtures/gathering-clock.ts';
import { hurriedClock } from '../fixtures/hurried-clock.ts';
import type { ModelAnswer, ModelRequest } from '../model-client.ts';

const servers: ModelServer[] = [];
const KEYS = { OPENAI_API_KEY: 'canary-1', ANTHROPIC_API_KEY: 'canary-2', MISTRAL_API_KEY: 'canary-3' };

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: ModelServerOptions = {}): Promise<ModelServer> {
  const server = await startModelServer(options);
  servers.push(server);
  return server;
}

function clientOf(server: ModelServer, options: Partial<ModelClientOptions> = {}): MeteredModelClient {
  return createModelClient({
    store: createMemoryArtefactStore(),
    environment: KEYS,
    baseUrl: server.baseUrl,
    clock: hurriedClock(),
    batch: 'always',
    ...options,
  });
}

function askAll(client: MeteredModelClient, count: number, model = 'openai/m'): Promise<ModelAnswer[]> {
  const requests = Array.from({ length: count }, (_, index): ModelRequest => ({
    model,
    messages: [{ role: 'user', content: `Question ${index}` }],
    maxOutputTokens: 500,
    purpose: 'test',
  }));
  return Promise.all(requests.map((request) => client.complete(request)));
}

/** Asks, and leaves once the provider has the batch. */
async function askAndLeave(
  server: ModelServer,
  { count, model, ...options }: Partial<ModelClientOptions> & Asking,
): Promise<MeteredModelClient> {
  const leaving = new AbortController();
  const client = clientOf(server, { ...options, clock: gatheringClock(count), leaving: leaving.signal });
  const asked = askAll(client, count, model).catch((error: unknown) => error);
  while ((await batchKeys(options.store)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  leaving.abort(new Error('left'));
  expect(await asked).toEqual(new Error('left'));
  await client.close();
  return client;
}

interface Asking {
  readonly store: ArtefactStore;
  readonly count: number;
  readonly model?: string;
}

async function batchKeys(store: ArtefactStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list('silver/batch@')) keys.push(key);
  return keys;
}

describe.each(['openai/m', 'anthropic/m', 'mistral/m'])('calls to %s in a batch', (model) => {
  test('get the answers of real time, in one batch and without a request for each', async () => {
    const server = await start({ batches: { latencyMs: 50 } });
    const batched = await askAll(clientOf(server, { clock: gatheringClock(30) }), 30, model);
    expect(server.statistics()).toMatchObject({ batches: 1, requests: 0, completed: 30 });
    expect(batched).toEqual(await askAll(clientOf(server, { batch: 'never' }), 30, model));
  });

  test('that failed or came too late are asked in real time, and none twice', async () => {
    const server = await start({ batches: { failed: 0.2, expired: 1 } });
    const answers = await askAll(clientOf(server), 40, model);
    expect(answers.map(({ state }) => state)).toEqual(Array.from({ length: 40 }, () => 'done'));
    const { requests, completed, completedAgain } = server.statistics();
    expect(requests).toBeGreaterThanOrEqual(20);
    expect({ completed, completedAgain }).toEqual({ completed: 40, completedAgain: 0 });
  });

  test('are gone on with by the next client over the same store', async () => {
    const server = await start({ batches: { latencyMs: 1_000 } });
    const store = createMemoryArtefactStore();
    await askAndLeave(server, { store, count: 10, model });
    // More calls than the batch has: these are a batch of their own.
    await askAll(clientOf(server, { store, clock: gatheringClock(15) }), 15, model);
    expect(server.statistics()).toMatchObject({ batches: 2, requests: 0, completed: 15, completedAgain: 0 });
    expect(await batchKeys(store)).toEqual([]);
  });
});

test('a provider that takes no batches is asked in real time', async () => {
  const server = await start({ batches: false });
  await askAll(clientOf(server), 20);
  expect(server.statistics()).toMatchObject({ batches: 0, completed: 20, completedAgain: 0 });
});

describe('auto', () => {
  test('asks a few calls in real time', async () => {
    const server = await start();
    await askAll(clientOf(server, { batch: 'auto' }), 99);
    expect(server.statistics()).toMatchObject({ batches: 0, completed: 99 });
  });

  test('sends many as a batch', async () => {
    const server = await start();
    await askAll(clientOf(server, { batch: 'auto', clock: gatheringClock(100) }), 100);
    expect(server.statistics()).toMatchObject({ batches: 1, requests: 0, completed: 100 });
  });

  test('never gathers calls of a provider without batches', async () => {
    const server = await start();
    await askAll(clientOf(server, { batch: 'auto' }), 100, 'openai-compatible/m');
    expect(server.statistics()).toMatchObject({ batches: 0, completed: 100 });
  });
});

describe('money', () => {
  const price = { input: 1, output: 2 };

  test('is half of that of real time', async () => {
    const server = await start();
    const batched = clientOf(server, { price });
    const atOnce = clientOf(server, { price, batch: 'never' });
    await askAll(batched, 20);
    await askAll(atOnce, 20);
    expect(batched.totals().spentUsd).toBeCloseTo(atOnce.totals().spentUsd / 2, 9);
  });

  test('is set aside at half the worst case, and no more calls are sent than fit', async () => {
    // The most that an answer may cost is 0.001 and its input a little: between 1 and 1.2 thousandths, halved in a batch.
    const server = await start({ answer: () => 'x'.repeat(4_000) });
    const client = clientOf(server, { price, budgetUsd: 0.006 });
    const answers = await askAll(client, 20);
    const sent = answers.filter(({ state }) => state !== 'over-budget').length;
    expect(sent).toBeGreaterThanOrEqual(10);
    expect(sent).toBeLessThan(12);
    expect(client.totals().spentUsd).toBeLessThanOrEqual(0.006);
  });

  test('set aside for a batch that is left counts as spent', async () => {
    const server = await start({ batches: { latencyMs: 10_000 } });
    const client = await askAndLeave(server, { store: createMemoryArtefactStore(), count: 10, price });
    expect(client.totals().atRiskUsd).toBeGreaterThan(0.005);
  });
});

test('a batch that the provider does not know any more is asked for again', async () => {
  const first = await start({ batches: { latencyMs: 10_000 } });
  const store = createMemoryArtefactStore();
  await askAndLeave(first, { store, count: 5 });
  const second = await start();
  const answers = await askAll(clientOf(second, { store }), 5);
  expect(answers.every(({ state }) => state === 'done')).toBe(true);
  expect(await batchKeys(store)).toEqual([]);
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { afterEach, expect, test } from 'vitest';
import { createModelClient, type ModelClientOptions } from './create-model-client.ts';
import { hurriedClock } from './fixtures/hurried-clock.ts';

const CANARY = 'sk-canary-8c1d2e';
const ENVIRONMENT = {
  OPENAI_API_KEY: CANARY,
  ANTHROPIC_API_KEY: CANARY,
  GOOGLE_GENERATIVE_AI_API_KEY: CANARY,
  MISTRAL_API_KEY: CANARY,
  OPENAI_COMPATIBLE_API_KEY: CANARY,
  AWS_BEARER_TOKEN_BEDROCK: CANARY,
  AWS_REGION: 'eu-west-1',
};
const MODELS = ['openai/m', 'anthropic/m', 'google/m', 'mistral/m', 'openai-compatible/m', 'amazon-bedrock/m'];

const closers: Array<() => void> = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that says back everything it was sent, keys included. */
async function startEcho(
  answer: (all: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    answer(JSON.stringify(request.headers), response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** Everything that a user, a log or a file could see of a call. */
async function everythingSeen(
  model: string,
  baseUrl: string,
  keys: Pick<ModelClientOptions, 'environment' | 'findKey'> = { environment: ENVIRONMENT },
): Promise<string> {
  const store = createMemoryArtefactStore();
  const client = createModelClient({
    ...keys,
    store,
    baseUrl,
    clock: hurriedClock(1_000),
    timeoutMs: 100_000_000,
  });
  const request = {
    model,
    messages: [{ role: 'user', content: 'Hello' }],
    maxOutputTokens: 100,
    purpose: 'test',
  } as const;
  const schema = { name: 'answer', schema: { type: 'object' } };
  const seen: unknown[] = [];
  for (const call of [request, { ...request, schema }]) {
    try {
      seen.push(await client.complete(call, {}));
    } catch (error) {
      seen.push(error);
    }
  }
  for await (const { key } of store.list('')) seen.push(key, new TextDecoder().decode(await store.get(key)));
  seen.push(client.totals());
  return inspect(seen, { depth: 20, showHidden: true });
}

const STATUSES = [200, 400, 401, 402, 403, 404, 422, 429, 500, 503];

test.each(MODELS)('%s: a key never shows, whatever the server says back', async (model) => {
  for (const status of STATUSES) {
    let received = '';
    const baseUrl = await startEcho((headers, response) => {
      received = headers;
      response.writeHead(status, { 'content-type': 'application/json', 'x-echo': CANARY });
      response.end(JSON.stringify({ error: { message: `You sent ${headers}` }, message: `You sent ${headers}` }));
    });
    const seen = await everythingSeen(model, baseUrl);
    expect(received, `${model} ${status}`).toContain(CANARY);
    expect(seen, `${model} ${status}`).not.toContain(CANARY);
  }
});

test('a key that a model writes into its answer is not kept', async () => {
  const baseUrl = await startEcho((headers, response) => {
    response.end(JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: `Key: ${headers}` } }] }));
  });
  const seen = await everythingSeen('openai-compatible/m', baseUrl);
  expect(seen).toContain('[key]');
  expect(seen).not.toContain(CANARY);
});

test.each(MODELS)('%s: a key does not show when connections break', async (model) => {
  const baseUrl = await startEcho((_headers, response) => response.destroy());
  expect(await everythingSeen(model, baseUrl)).not.toContain(CANARY);
});

test.each(MODELS)('%s: a key from elsewhere is used, looked for once, and never shows', async (model) => {
  let received = '';
  let asked = 0;
  const baseUrl = await startEcho((headers, response) => {
    received = headers;
    response.writeHead(400, { 'content-type': 'application/json', 'x-echo': CANARY });
    response.end(JSON.stringify({ error: { message: `You sent ${headers}` } }));
  });
  async function findKey(provider: string): Promise<string> {
    expect(model.startsWith(`${provider}/`)).toBe(true);
    asked += 1;
    return Promise.resolve(CANARY);
  }
  const seen = await everythingSeen(model, baseUrl, { environment: { AWS_REGION: 'eu-west-1' }, findKey });
  expect(received).toContain(CANARY);
  expect(seen).not.toContain(CANARY);
  expect(asked).toBe(1);
});

async function refuseToLook(): Promise<string> {
  return Promise.reject(new Error('asked'));
}

test('nobody is asked for a key that the environment has, or that nothing is sent with', async () => {
  const baseUrl = await startEcho((_headers, response) => response.writeHead(400).end('{}'));
  const seen = await everythingSeen('openai/m', baseUrl, { environment: ENVIRONMENT, findKey: refuseToLook });
  expect(seen).toContain('HTTP status 400');
  const offline = createModelClient({
    store: createMemoryArtefactStore(),
    environment: {},
    isOffline: true,
    findKey: refuseToLook,
  });
  const call = { model: 'openai/m', messages: [], maxOutputTokens: 1, purpose: 'test' } as const;
  expect(await offline.complete(call)).toMatchObject({ state: 'not-cached' });
});

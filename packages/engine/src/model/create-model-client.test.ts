import { DsgenError } from '@dsgen/core';
import { createMemoryArtefactStore, startModelServer, type ModelServer, type ModelServerOptions } from '@dsgen/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { createModelClient, type MeteredModelClient, type ModelClientOptions } from './create-model-client.ts';
import type { ModelRequest } from './model-client.ts';
import { hurriedClock } from './fixtures/hurried-clock.ts';

const servers: ModelServer[] = [];
const KEYS = { OPENAI_API_KEY: 'canary-openai-0123', ANTHROPIC_API_KEY: 'canary-anthropic-0123' };

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
    ...options,
  });
}

function ask(content: string, more: Partial<ModelRequest> = {}): ModelRequest {
  return {
    model: 'openai-compatible/m',
    messages: [{ role: 'user', content }],
    maxOutputTokens: 500,
    purpose: 'test',
    ...more,
  };
}

const SCHEMA = {
  name: 'answer',
  schema: {
    type: 'object',
    properties: { answer: { type: 'string' } },
    required: ['answer'],
    additionalProperties: false,
  },
} as const;

const MODELS = ['openai-compatible/m', 'openai/m', 'anthropic/m'] as const;

describe.each(MODELS)('%s', (model) => {
  test('answers in text', async () => {
    const server = await start({ answer: ({ system, messages }) => `${system} ${messages[0]?.content}` });
    const answer = await clientOf(server).complete(ask('Hello', { model, system: 'Be brief.' }), {});
    expect(answer).toEqual({
      state: 'done',
      text: 'Be brief. Hello',
      usage: { inputTokens: 4, outputTokens: 4 },
      cached: false,
    });
  });

  test('answers in JSON of a schema', async () => {
    const server = await start({
      answer: ({ schema }) => JSON.stringify({ answer: schema === undefined ? 'no schema came' : 'yes' }),
    });
    const answer = await clientOf(server).complete(ask('Hello', { model, schema: SCHEMA }), {});
    expect(answer).toMatchObject({ state: 'done', value: { answer: 'yes' } });
  });

  test.each([
    ['refusal', 'refused'],
    ['content-filter', model === 'anthropic/m' ? 'refused' : 'filtered'],
    ['length', 'truncated'],
  ] as const)('calls the fault %s %s', async (fault, state) => {
    const server = await start({ faults: { [fault]: 1 } });
    expect(await clientOf(server).complete(ask('Hello', { model }), {})).toMatchObject({ state });
    expect(server.statistics().requests).toBe(1);
  });

  test.each([
    'rate-limited',
    'rate-limited-with-retry-after',
    'server-error',
    'overloaded',
    'reset',
    'truncated',
    'broken-body',
  ] as const)('gets its answer through the fault %s', async (fault) => {
    const server = await start({ faults: { [fault]: 0.5 }, retryAfterSeconds: 0.01 });
    const client = clientOf(server);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => client.complete(ask(`question ${index}`, { model }), {})),
    );
    expect(answers.map(({ text }) => text)).toEqual(answers.map((_, index) => `question ${index}`));
    expect(server.statistics().faults[fault]).toBeGreaterThan(0);
  });
});

/** The code of the error that a call ends in. */
async function failure(call: Promise<unknown>): Promise<DsgenError> {
  try {
    await call;
  } catch (error) {
    if (DsgenError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}

describe('kept answers', () => {
  test('are never paid twice: not by one client, not by the next, not at once', async () => {
    const server = await start({ latencyMs: 20 });
    const store = createMemoryArtefactStore();
    const client = clientOf(server, { store });
    const atOnce = await Promise.all([1, 2, 3].map(() => client.complete(ask('Hello', { purpose: 'other' }), {})));
    const later = await client.complete(ask('Hello'), {});
    const next = await clientOf(server, { store }).complete(ask('Hello'), {});
    expect(new Set([...atOnce, later, next].map(({ text }) => text))).toEqual(new Set(['Hello']));
    expect([later, next]).toMatchObject([{ cached: true }, { cached: true }]);
    expect(server.statistics().requests).toBe(1);
  });

  test.each([
    ['model', { model: 'openai-compatible/other' }],
    ['system text', { system: 'Be brief.' }],
    ['schema', { schema: SCHEMA }],
    ['output limit', { maxOutputTokens: 400 }],
    ['temperature', { temperature: 0.5 }],
    ['seed', { seed: 3 }],
  ] as const)('are apart for another %s', async (_name, more) => {
    const server = await start({ answer: () => '{"answer":"yes"}' });
    const client = clientOf(server);
    await client.complete(ask('Hello'), {});
    expect(await client.complete(ask('Hello', more), {})).toMatchObject({ state: 'done', cached: false });
    expect(server.statistics().requests).toBe(2);
  });

  test('answer an offline client, which sends nothing else', async () => {
    const server = await start();
    const store = createMemoryArtefactStore();
    await clientOf(server, { store }).complete(ask('Hello'), {});
    const offline = clientOf(server, { store, isOffline: true, environment: {} });
    expect(await offline.complete(ask('Hello'), {})).toMatchObject({ state: 'done', text: 'Hello', cached: true });
    expect(await offline.complete(ask('Goodbye'), {})).toMatchObject({ state: 'not-cached' });
    expect(server.statistics().requests).toBe(1);
  });

  test('that are broken are asked for again', async () => {
    const server = await start();
    const store = createMemoryArtefactStore();
    await clientOf(server, { store }).complete(ask('Hello'), {});
    for await (const { key } of store.list('silver/call@'))
      await store.put(key, new TextEncoder().encode('{"text":"He'));
    expect(await clientOf(server, { store }).complete(ask('Hello'), {})).toMatchObject({
      text: 'Hello',
      cached: false,
    });
  });

  test('count as paid only when they were', async () => {
    const server = await start();
    const store = createMemoryArtefactStore();
    const price = { input: 1_000_000, output: 0 };
    const first = clientOf(server, { store, price });
    expect(await first.complete(ask('Four'), {})).toMatchObject({ cost: 1 });
    expect(first.totals()).toMatchObject({ spentUsd: 1, attempts: 1, cached: 0, states: { done: 1 } });
    const second = clientOf(server, { store, price });
    expect(await second.complete(ask('Four'), {})).toMatchObject({ cost: 1, cached: true });
    expect(second.totals()).toMatchObject({ spentUsd: 0, attempts: 0, cached: 1, purposes: { test: 1 } });
  });
});

describe('answers in JSON', () => {
  test('are repaired by asking again with what is wrong', async () => {
    const server = await start({
      answer: ({ messages }) => (messages.length === 1 ? 'Sure! {"reply": "yes"}' : '{"answer": "yes"}'),
    });
    const client = clientOf(server, { price: { input: 1, output: 1 } });
    const answer = await client.complete(ask('Hello', { schema: SCHEMA }), {});
    expect(answer).toMatchObject({ state: 'done', value: { answer: 'yes' }, text: '{"answer": "yes"}' });
    expect(server.statistics().requests).toBe(2);
    expect(answer.cost).toBeCloseTo(client.totals().spentUsd, 12);
  });

  test('that stay wrong are malformed, with what the model wrote and why', async () => {
    const server = await start({ answer: () => '{"reply": 1}' });
    const answer = await clientOf(server).complete(ask('Hello', { schema: SCHEMA }), {});
    expect(answer).toMatchObject({ state: 'malformed', text: '{"reply": 1}' });
    expect(answer).toHaveProperty('detail', expect.stringContaining("must have required property 'answer'"));
    expect(server.statistics().requests).toBe(3);
  });

  test('come from models that cannot be held to a schema, which are asked in words', async () => {
    const server = await start({
      supportsSchema: false,
      answer: ({ system }) => `Here: {"answer": "${system.includes('JSON Schema') ? 'asked in words' : 'no'}"}`,
    });
    const client = clientOf(server);
    for (const question of ['one', 'two']) {
      expect(await client.complete(ask(question, { schema: SCHEMA }), {})).toMatchObject({
        value: { answer: 'asked in words' },
      });
    }
    expect(server.statistics().byStatus).toEqual({ 200: 2, 400: 1 });
  });
});

describe.each(MODELS)('%s says what to do about', (model) => {
  test('a wrong key', async () => {
    const server = await start({ apiKey: 'another' });
    expect(await failure(clientOf(server).complete(ask('Hello', { model }), {}))).toMatchObject({
      code: 'model-key-refused',
      name: 'BackendError',
    });
  });

  test('a model that is not there', async () => {
    const server = await start({ models: ['another'] });
    const error = await failure(clientOf(server).complete(ask('Hello', { model }), {}));
    expect(error).toMatchObject({ code: 'model-unknown', name: 'UsageError' });
  });

  test('a request that is longer than the model reads', async () => {
    const server = await start({ contextTokens: 10 });
    expect(await clientOf(server).complete(ask('word '.repeat(100), { model }), {})).toMatchObject({
      state: 'truncated',
      detail: expect.stringContaining('longer than the model can read'),
    });
    expect(server.statistics().requests).toBe(1);
  });

  test('an empty account: nothing more is sent, and what was answered stays', async () => {
    const server = await start({ creditCalls: 2 });
    const client = clientOf(server);
    const states: string[] = [];
    for (const question of ['one', 'two', 'three', 'four', 'one']) {
      states.push((await client.complete(ask(question, { model }), {})).state);
    }
    expect(states).toEqual(['done', 'done', 'over-budget', 'over-budget', 'done']);
    expect(server.statistics().requests).toBe(3);
  });
});

test.each([
  ['openai/m', {}, 'model-key-missing', 'OPENAI_API_KEY'],
  ['anthropic/m', { OPENAI_API_KEY: 'x' }, 'model-key-missing', 'ANTHROPIC_API_KEY'],
  ['google/m', { GEMINI_API_KEY: ' ' }, 'model-key-missing', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  ['amazon-bedrock/m', { AWS_BEARER_TOKEN_BEDROCK: 'x' }, 'model-region-missing', 'AWS_REGION'],
  ['openai-compatible/m', {}, 'model-base-url-missing', '--base-url'],
  ['antropic/m', {}, 'model-name-invalid', 'anthropic/m'],
  ['m', {}, 'model-name-invalid', 'provider/name'],
  ['openai/', {}, 'model-name-invalid', 'provider/name'],
  ['gguf/./model.gguf', {}, 'package-missing', 'npm install node-llama-cpp@'],
])('%s without what it needs is an error with the fix', async (model, environment, code, fix) => {
  const client = createModelClient({ store: createMemoryArtefactStore(), environment });
  const error = await failure(client.complete(ask('Hello', { model }), {}));
  expect(error).toMatchObject({ code, name: 'UsageError', fix: expect.stringContaining(fix) });
});

test.each(['ftp://host/v1', 'not a url', 'http://user:secret@host/v1'])(
  'the base URL %j is refused',
  async (baseUrl) => {
    const client = createModelClient({ store: createMemoryArtefactStore(), environment: {}, baseUrl });
    const error = await failure(client.complete(ask('Hello'), {}));
    expect(error.code).toBe('model-base-url-invalid');
    expect(error.message).not.toContain('secret');
  },
);

test.each(MODELS)('%s: a provider that is not there ends the run, after patience, and costs nothing', async (model) => {
  const server = await start();
  await server.close();
  const client = clientOf(server, { price: { input: 1, output: 1 } });
  const calls = Array.from({ length: 3 }, (_, index) => failure(client.complete(ask(`${index}`, { model }), {})));
  const error = await Promise.race(calls);
  expect(error).toMatchObject({ code: 'model-unreachable', name: 'BackendError' });
  expect(error.message).toContain('ECONNREFUSED');
  expect(client.totals()).toMatchObject({ spentUsd: 0, atRiskUsd: 0 });
});

/** How calls of every provider end when they are aborted while the server holds them for a minute. */
async function abortAll(options: ModelServerOptions, more: Partial<ModelClientOptions>): Promise<unknown[]> {
  const server = await start(options);
  const client = createModelClient({
    store: createMemoryArtefactStore(),
    environment: KEYS,
    baseUrl: server.baseUrl,
    ...more,
  });
  const controller = new AbortController();
  const calls = MODELS.flatMap((model) =>
    ['one', 'two'].map((question) =>
      client.complete(ask(question, { model }), { signal: controller.signal }).catch((error: unknown) => error),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 60));
  controller.abort('enough');
  return Promise.all(calls);
}

describe('an abort', () => {
  test.each([
    ['under way', { latencyMs: 60_000 }, {}],
    ['that wait for a place', { latencyMs: 60_000 }, { limits: { maxConcurrency: 1 } }],
    ['that wait for another attempt', { faults: { 'rate-limited-with-retry-after': 1 }, retryAfterSeconds: 60 }, {}],
    ['whose answer trickles in', { faults: { slow: 1 }, slowPieceMs: 60_000 }, {}],
  ] as const)('ends calls %s', async (_name, options, more) => {
    expect(new Set(await abortAll(options, more))).toEqual(new Set(['enough']));
  });

  test('of one caller leaves the answer to the other', async () => {
    const server = await start({ latencyMs: 50 });
    const client = clientOf(server);
    const controller = new AbortController();
    const aborted = client.complete(ask('Hello'), { signal: controller.signal }).catch((error: unknown) => error);
    const other = client.complete(ask('Hello'), {});
    controller.abort('enough');
    expect(await aborted).toBe('enough');
    expect(await other).toMatchObject({ text: 'Hello' });
  });
});

describe('under faults of all kinds', () => {
  const faults = {
    'rate-limited': 0.02,
    'rate-limited-with-retry-after': 0.01,
    'server-error': 0.02,
    overloaded: 0.02,
    reset: 0.02,
    slow: 0.01,
    truncated: 0.02,
    'broken-body': 0.01,
    'malformed-json': 0.02,
    'wrong-schema': 0.02,
  };
  const COUNT = 400;

  function askAll(client: MeteredModelClient): Promise<unknown[]> {
    return Promise.all(
      Array.from({ length: COUNT }, async (_, index) => {
        const answer = await client.complete(ask(`question ${index}`, { schema: SCHEMA }), {});
        return answer.state === 'done' ? answer.value : answer.state;
      }),
    );
  }

  test('every call ends as it does without faults, and no answer that arrived is paid again', async () => {
    const server = await start({
      answer: ({ messages }) => JSON.stringify({ answer: `about ${messages[0]?.content}` }),
      faults,
      retryAfterSeconds: 0.1,
      slowPieceMs: 1,
      seed: 11,
    });
    const client = clientOf(server);
    expect(await askAll(client)).toEqual(
      Array.from({ length: COUNT }, (_, index) => ({ answer: `about question ${index}` })),
    );
    expect(client.totals().states).toEqual({ done: COUNT });
    const { completedAgain, faults: hit } = server.statistics();
    expect(completedAgain).toBe(0);
    expect(Object.keys(hit).toSorted()).toEqual(Object.keys(faults).toSorted());
  });

  test('lasting ones end each call in a state of their own', async () => {
    const server = await start({
      faults: { refusal: 0.2, 'content-filter': 0.2, length: 0.2 },
      answer: () => '{"answer":"yes"}',
    });
    const client = clientOf(server);
    await askAll(client);
    const { states } = client.totals();
    expect(Object.keys(states).toSorted()).toEqual(['done', 'filtered', 'refused', 'truncated']);
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    expect(server.statistics().requests).toBe(COUNT);
  });
});

import { createMemoryArtefactStore, startModelServer, type ModelServer, type ModelServerOptions } from '@dsgen/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { createModelClient, type MeteredModelClient, type ModelClientOptions } from './create-model-client.ts';
import type { ModelRequest } from './model-client.ts';
import type { Clock } from './schedule/clock.ts';

/** Time at fifty times its speed: the waits are those of users, the test is not. */
const hurriedClock: Clock = {
  nowMs: () => performance.now() * 50,
  wallClockMs: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms / 50);
    return () => clearTimeout(timer);
  },
};

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
    clock: hurriedClock,
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

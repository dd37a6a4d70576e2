import { Agent, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { SERVER_FAULTS, type CompletedCall, type ModelServerOptions, type ServerFault } from './server-options.ts';
import { startModelServer, type ModelServer } from './start-model-server.ts';

const servers: ModelServer[] = [];

async function start(options: ModelServerOptions): Promise<ModelServer> {
  const server = await startModelServer(options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function ask(server: ModelServer, content: string, more: object = {}): Promise<Response> {
  return fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer right' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content }], ...more }),
  });
}

/** `ok`, a status, or `broken` when the connection or the body was. */
async function outcome(server: ModelServer, content: string): Promise<string> {
  try {
    const response = await ask(server, content);
    const body = (await response.json()) as { choices?: ReadonlyArray<{ finish_reason: string }> };
    return response.ok ? (body.choices?.[0]?.finish_reason ?? 'broken') : String(response.status);
  } catch {
    return 'broken';
  }
}

test('answers both protocols by the given function', async () => {
  const server = await start({ answer: ({ protocol, messages }) => `${protocol}: ${messages[0]?.content}` });
  const openAi = await (await ask(server, 'Hello')).json();
  expect(openAi).toMatchObject({
    choices: [{ message: { content: 'openai: Hello' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 2, completion_tokens: 4 },
  });
  const response = await fetch(`${server.baseUrl}/messages`, {
    method: 'POST',
    body: JSON.stringify({ model: 'm', max_tokens: 100, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] }),
  });
  expect(await response.json()).toMatchObject({
    content: [{ type: 'text', text: 'anthropic: Hello' }],
    stop_reason: 'end_turn',
  });
});

test('streams the same answer in pieces', async () => {
  const server = await start({ answer: () => 'A somewhat longer answer, in several pieces.' });
  const events = (await (await ask(server, 'x', { stream: true })).text()).trim().split('\n\n');
  expect(events.at(-1)).toBe('data: [DONE]');
  const text = events
    .slice(0, -1)
    .map((event) => JSON.parse(event.slice('data: '.length)) as { choices: Array<{ delta: { content?: string } }> })
    .map(({ choices }) => choices[0]?.delta.content ?? '')
    .join('');
  expect(text).toBe('A somewhat longer answer, in several pieces.');
});

const OUTCOMES: Record<ServerFault, string> = {
  'rate-limited': '429',
  'rate-limited-with-retry-after': '429',
  'server-error': '500',
  overloaded: '529',
  reset: 'broken',
  slow: 'stop',
  truncated: 'broken',
  'broken-body': 'broken',
  'malformed-json': 'stop',
  'wrong-schema': 'stop',
  'duplicated-tool-call': 'stop',
  refusal: 'stop',
  'content-filter': 'content_filter',
  length: 'length',
};

test.each(SERVER_FAULTS)('shows the fault %s to every attempt when its share is 1', async (fault) => {
  const server = await start({ faults: { [fault]: 1 }, slowPieceMs: 1 });
  expect(await outcome(server, 'Hello')).toBe(OUTCOMES[fault]);
  expect(server.statistics().faults).toEqual({ [fault]: 1 });
});

test('sends Retry-After only with the fault that says so', async () => {
  const [without, with_] = [
    await start({ faults: { 'rate-limited': 1 } }),
    await start({ faults: { 'rate-limited-with-retry-after': 1 }, retryAfterSeconds: 7 }),
  ];
  expect((await ask(without, 'x')).headers.get('retry-after')).toBeNull();
  expect((await ask(with_, 'x')).headers.get('retry-after')).toBe('7');
});

test('gives the same faults to the same requests in any order', async () => {
  const faults = { 'server-error': 0.3, reset: 0.2, refusal: 0.2 };
  const names = Array.from({ length: 40 }, (_, index) => `question ${index}`);
  const [one, other] = [await start({ faults, seed: 5 }), await start({ faults, seed: 5 })];
  const forwards = await Promise.all(names.map((name) => outcome(one, name)));
  const backwards = await Promise.all(names.toReversed().map((name) => outcome(other, name)));
  expect(backwards.toReversed()).toEqual(forwards);
  expect(new Set(forwards)).toEqual(new Set(['stop', '500', 'broken']));
});

test('counts and refuses what goes beyond the limits', async () => {
  const server = await start({ latencyMs: 50, limits: { concurrency: 3 } });
  const responses = await Promise.all(Array.from({ length: 5 }, (_, index) => ask(server, `${index}`)));
  expect(responses.filter(({ status }) => status === 429)).toHaveLength(2);
  expect(server.statistics()).toMatchObject({ concurrencyViolations: 2, peakConcurrency: 3, completed: 3 });
  const slow = await start({ limits: { requestsPerSecond: 2 } });
  expect([await outcome(slow, 'a'), await outcome(slow, 'b')]).toEqual(['stop', '429']);
  expect(slow.statistics().rateViolations).toBe(1);
});

test('refuses a wrong key, an unknown model, too much context and an empty account', async () => {
  const server = await start({ apiKey: 'wrong', models: ['m'], contextTokens: 10, creditCalls: 1 });
  expect((await ask(server, 'x')).status).toBe(401);
  const open = await start({ models: ['m'], contextTokens: 10, creditCalls: 1, supportsSchema: false });
  expect((await ask(open, 'x', { model: 'other' })).status).toBe(404);
  expect((await ask(open, 'x'.repeat(100))).status).toBe(400);
  expect((await ask(open, 'x', { response_format: { json_schema: { schema: {} } } })).status).toBe(400);
  expect((await ask(open, 'x')).status).toBe(200);
  expect(await (await ask(open, 'y')).json()).toMatchObject({ error: { code: 'insufficient_quota' } });
});

test('counts what was paid again, unless an idempotency key is honoured', async () => {
  for (const [honoursIdempotencyKey, completedAgain] of [
    [false, 1],
    [true, 0],
  ] as const) {
    const calls: CompletedCall[] = [];
    const server = await start({ honoursIdempotencyKey, onCompleted: (call) => calls.push(call) });
    for (const _ of [1, 2]) {
      const response = await fetch(`${server.baseUrl}/chat/completions`, {
        method: 'POST',
        headers: { 'idempotency-key': 'one' },
        body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'same' }] }),
      });
      await response.text();
    }
    expect(server.statistics()).toMatchObject({ requests: 2, completedAgain });
    const [first, second] = [false, true].map((isAgain) => ({ idempotencyKey: 'one', isAgain }));
    expect(calls).toEqual(honoursIdempotencyKey ? [first] : [first, second]);
  }
});

test('knows of no connection once its clients are gone', async () => {
  const server = await start({});
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve, reject) => {
    request(`${server.baseUrl}/chat/completions`, { agent, method: 'POST' }, (response) => {
      response.resume().once('end', resolve);
    })
      .once('error', reject)
      .end('{}');
  });
  expect(server.statistics().openConnections).toBe(1);
  agent.destroy();
  while (server.statistics().openConnections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
});

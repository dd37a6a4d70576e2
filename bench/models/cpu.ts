import { createModelClient, type MeteredModelClient } from '@dsgen/engine';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { feed, question } from './calls.ts';
import { startServerProcess } from './server.ts';

const CALLS = 3_000;
const SPACED_CALLS = 25;
const CONCURRENCY = 64;
const MODELS = ['openai-compatible/bench', 'openai/bench', 'anthropic/bench'];

/** CPU of the client per call, in milliseconds, after as many calls to warm up. */
async function cpuPerCall(call: (index: number) => Promise<unknown>): Promise<number> {
  await feed(CALLS, CONCURRENCY, call);
  const before = process.cpuUsage();
  await feed(CALLS, CONCURRENCY, (index) => call(CALLS + index));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CALLS;
}

/** The same for calls that come one by one: the processor's caches are cold each time. */
async function cpuPerSpacedCall(call: (index: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < SPACED_CALLS; index += 1) {
    await call(3 * CALLS + index);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / SPACED_CALLS;
}

/**
 * What a call costs the client: through its own path for OpenAI-compatible servers, through the @ai-sdk packages, and a bare `fetch` as
 * the baseline.
 */
export async function cpuRows(): Promise<string[][]> {
  const server = await startServerProcess({});
  const client = createModelClient({
    store: createMemoryArtefactStore(),
    environment: { OPENAI_API_KEY: 'bench', ANTHROPIC_API_KEY: 'bench' },
    baseUrl: server.baseUrl,
    limits: { maxConcurrency: CONCURRENCY },
  });
  const rows: string[][] = [];
  for (const [pace, measure] of [
    ['64 at once', cpuPerCall],
    ['one each 200 ms', cpuPerSpacedCall],
  ] as const) {
    // What the calls before left to collect is not theirs.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const bare = await measure((index) => bareFetch(server.baseUrl, index));
    rows.push([`bare fetch, ${pace}`, milliseconds(bare), '']);
    for (const model of MODELS) {
      const cpu = await measure((index) => mustAnswer(client, index, model));
      rows.push([`${model}, ${pace}`, milliseconds(cpu), `${(cpu / bare).toFixed(2)}×`]);
    }
  }
  await client.close();
  server.end();
  return rows;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

async function mustAnswer(client: MeteredModelClient, index: number, model: string): Promise<void> {
  const answer = await client.complete(question(index, model));
  if (answer.state !== 'done') throw new Error(`${model}: ${answer.detail}`);
}

async function bareFetch(baseUrl: string, index: number): Promise<unknown> {
  const { system, messages, maxOutputTokens } = question(index);
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({
      model: 'bench',
      messages: [{ role: 'system', content: system }, ...messages],
      max_tokens: maxOutputTokens,
    }),
  });
  return response.json();
}

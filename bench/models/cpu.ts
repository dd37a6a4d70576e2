import { createModelClient, type MeteredModelClient } from '@dsgen/engine';
// Not through the package, which loads a test runner and so has the collector walk 100 MB.
import { createMemoryArtefactStore } from '../../packages/testkit/src/memory-artefact-store.ts';
import { bareFetch, feed, question } from './calls.ts';
import { startServerProcess } from './server.ts';

const CALLS = 3_000;
const SPACED_CALLS = 25;
const CONCURRENCY = 64;
const MODELS = ['openai-compatible/bench', 'openai/bench', 'anthropic/bench'];

type Call = (index: number) => Promise<unknown>;

/** CPU of this process, in milliseconds, without what is left to collect of what was before. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What comes once: the libraries of the path are loaded, and their code is new to the compiler. */
function cpuOfFirstCall(call: Call): Promise<number> {
  return cpuOf(() => call(0));
}

async function cpuPerCall(call: Call): Promise<number> {
  await feed(CALLS, CONCURRENCY, call);
  return (await cpuOf(() => feed(CALLS, CONCURRENCY, (index) => call(CALLS + index)))) / CALLS;
}

/** The same for calls that come one by one: the processor's caches are cold each time. */
async function cpuPerSpacedCall(call: Call): Promise<number> {
  const cpu = await cpuOf(async () => {
    for (let index = 0; index < SPACED_CALLS; index += 1) {
      await call(3 * CALLS + index);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  return cpu / SPACED_CALLS;
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
    ['the first', cpuOfFirstCall],
    ['64 at once', cpuPerCall],
    ['one each 200 ms', cpuPerSpacedCall],
  ] as const) {
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

import { createModelClient } from '@dsgen/engine';
// Not through the package, which loads a test runner and so has the collector walk 100 MB.
import { createMemoryArtefactStore } from '../../packages/testkit/src/memory-artefact-store.ts';
import { bareFetch, feed, question } from './calls.ts';
import { cpuOf } from './cpu.ts';
import { startServerProcess } from './server.ts';

/** Requests per second and calls at once that the server allows. */
const LIMITS = [
  [5, 2],
  [20, 8],
  [100, 16],
  [500, 64],
  [1000, 256],
  [2000, 512],
] as const;

export interface SaturationOptions {
  readonly requestsPerSecond: number;
  readonly concurrency: number;
  /** Which limit binds: the latency is chosen by it. */
  readonly binding: 'rate' | 'concurrency';
  readonly seconds: number;
}

export interface Saturation {
  readonly allowedPerSecond: number;
  readonly achievedPerSecond: number;
  readonly violations: number;
  readonly cpuMsPerCall: number;
  /** Of bare `fetch` at the same pace. */
  readonly bareCpuMsPerCall: number;
}

/** A run against one server, told its limits. */
export async function saturate(options: SaturationOptions): Promise<Saturation> {
  const { requestsPerSecond, concurrency, binding, seconds } = options;
  // Where the rate binds, the calls that it lets go keep three quarters of the places busy; else four thirds.
  const latencyMs = (1000 * concurrency * (binding === 'rate' ? 0.75 : 4 / 3)) / requestsPerSecond;
  const server = await startServerProcess({ latencyMs, limits: { requestsPerSecond, concurrency } });
  const client = createModelClient({
    store: createMemoryArtefactStore(),
    environment: {},
    baseUrl: server.baseUrl,
    limits: { requestsPerMinute: requestsPerSecond * 60, maxConcurrency: concurrency },
  });
  const perSecond = Math.min(requestsPerSecond, (1000 * concurrency) / latencyMs);
  const calls = Math.ceil(perSecond * seconds);
  const cpuMs = await cpuOf(() => feed(calls, concurrency * 3, (index) => client.complete(question(index))));
  const statistics = await server.statistics();
  await client.close();
  server.end();
  if (statistics.completed !== calls) throw new Error(`${calls} calls were made, ${statistics.completed} completed`);
  return {
    allowedPerSecond: idealPerSecond({ calls, requestsPerSecond, concurrency, latencyMs }),
    achievedPerSecond: statistics.completedPerSecond,
    violations: statistics.rateViolations + statistics.concurrencyViolations,
    cpuMsPerCall: cpuMs / calls,
    bareCpuMsPerCall: (await bareCpuMs({ calls, perSecond, latencyMs })) / calls,
  };
}

/** As many calls by bare `fetch`, sent at even distances to a server that allows them all. */
async function bareCpuMs(run: {
  readonly calls: number;
  readonly perSecond: number;
  readonly latencyMs: number;
}): Promise<number> {
  const server = await startServerProcess({ latencyMs: run.latencyMs });
  const cpuMs = await cpuOf(async () => {
    const startMs = performance.now();
    const answers: Promise<unknown>[] = [];
    while (answers.length < run.calls) {
      const due = Math.min(run.calls, (run.perSecond * (performance.now() - startMs)) / 1000);
      while (answers.length < due) answers.push(bareFetch(server.baseUrl, answers.length));
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, 1000 / run.perSecond / 2)));
    }
    await Promise.all(answers);
  });
  server.end();
  return cpuMs;
}

/**
 * Calls per second of a client that sends each call at the first moment that both limits allow, from its first request to its last answer.
 */
function idealPerSecond(run: {
  readonly calls: number;
  readonly requestsPerSecond: number;
  readonly concurrency: number;
  readonly latencyMs: number;
}): number {
  const sentMs: number[] = [];
  for (let index = 0; index < run.calls; index += 1) {
    const placeFreeMs = (sentMs[index - run.concurrency] ?? Number.NEGATIVE_INFINITY) + run.latencyMs;
    sentMs.push(Math.max((1000 * index) / run.requestsPerSecond, placeFreeMs));
  }
  return (1000 * run.calls) / ((sentMs.at(-1) ?? 0) + run.latencyMs);
}

/** Rows of the table, one per limit and binding, of a process that has made calls before: first ones have a row of their own. */
export async function saturationRows(seconds: number): Promise<string[][]> {
  await saturate({ requestsPerSecond: 200, concurrency: 32, binding: 'rate', seconds: 2 });
  const rows: string[][] = [];
  for (const [requestsPerSecond, concurrency] of LIMITS) {
    for (const binding of ['rate', 'concurrency'] as const) {
      const result = await saturate({ requestsPerSecond, concurrency, binding, seconds });
      rows.push([
        `${requestsPerSecond}/s, ${concurrency} at once, ${binding} binds`,
        `${((100 * result.achievedPerSecond) / result.allowedPerSecond).toFixed(1)}%`,
        String(result.violations),
        `${result.cpuMsPerCall.toFixed(2)} ms`,
        `${result.bareCpuMsPerCall.toFixed(2)} ms`,
        `${(result.cpuMsPerCall / result.bareCpuMsPerCall).toFixed(2)}×`,
      ]);
    }
  }
  return rows;
}

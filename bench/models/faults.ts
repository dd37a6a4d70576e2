import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ModelTotals } from '@dsgen/engine';
import type { ModelServerOptions } from '@dsgen/testkit';
import { printTable, withTemporaryFolder } from '../support.ts';
import { startServerProcess, type ServerProcess } from './server.ts';

/**
 * `npm run bench:models:faults [-- <calls>]`: calls under ten percent of faults of all kinds, once without and once with the client killed
 * at random moments; both must end with the answers of a run without faults.
 */
const CALLS = Number(process.argv[2] ?? 10_000);
const KILLS = 20;
const LATENCY_MS = [5, 40] as const;
/** Ten percent in all. What only passes with another request (refusals, filters) is decided by the request, so it is left to the tests. */
const FAULTS: NonNullable<ModelServerOptions['faults']> = {
  'rate-limited': 0.01,
  'rate-limited-with-retry-after': 0.005,
  'server-error': 0.015,
  overloaded: 0.01,
  reset: 0.015,
  slow: 0.01,
  truncated: 0.01,
  'broken-body': 0.005,
  'malformed-json': 0.01,
  'wrong-schema': 0.01,
};

interface Outcome {
  readonly answers: readonly string[];
  readonly totals: ModelTotals;
  readonly rssMb: number;
  readonly heapMb: readonly number[];
}

const entry = fileURLToPath(new URL('faults-client.ts', import.meta.url));

function startClient(folder: string, server: ServerProcess, seed: number): ChildProcess {
  const task = { folder, baseUrl: server.baseUrl, calls: CALLS, seed };
  return fork(entry, [JSON.stringify(task)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
}

async function run(folder: string, server: ServerProcess, seed: number): Promise<Outcome> {
  const client = startClient(folder, server, seed);
  await once(client, 'message');
  const [outcome] = (await once(client, 'message')) as [Outcome];
  return outcome;
}

/** Kills the client after a random time; its next run goes on. */
async function runAndKill(folder: string, server: ServerProcess, seed: number): Promise<void> {
  const client = startClient(folder, server, seed);
  await once(client, 'message');
  const exit = once(client, 'exit');
  await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 900))]);
  client.kill('SIGKILL');
  await exit;
}

async function scenario(
  options: Omit<ModelServerOptions, 'answer'>,
  kills: number,
): Promise<Outcome & { readonly completed: number; readonly paidAgain: number; readonly faults: number }> {
  const server = await startServerProcess({ latencyMs: LATENCY_MS, retryAfterSeconds: 0.2, seed: 7, ...options });
  try {
    return await withTemporaryFolder(async (folder) => {
      for (let kill = 0; kill < kills; kill += 1) await runAndKill(folder, server, kill);
      const outcome = await run(folder, server, kills);
      const { completed, completedAgain, faults } = await server.statistics();
      const hit = Object.values(faults).reduce((sum, count) => sum + count, 0);
      return { ...outcome, completed, paidAgain: completedAgain, faults: hit };
    });
  } finally {
    server.end();
  }
}

const clean = await scenario({}, 0);
const faulty = await scenario({ faults: FAULTS }, 0);
const killed = await scenario({ faults: FAULTS }, KILLS);
const honoured = await scenario({ faults: FAULTS, honoursIdempotencyKey: true }, KILLS);

printTable(`Faults, ${CALLS} calls`, [
  [
    'run',
    'done',
    'other states',
    'lost',
    'equal to the clean run',
    'faults',
    'paid',
    'paid again',
    'heap over time',
    'RSS',
  ],
  ...Object.entries({
    'no faults': clean,
    '10% faults': faulty,
    [`10% faults, ${KILLS} kills`]: killed,
    'the same, idempotency keys honoured': honoured,
  }).map(([name, { answers, completed, paidAgain, faults, heapMb, rssMb }]) => {
    const lost = answers.filter((answer) => answer === 'lost').length;
    const done = answers.filter((answer) => answer.startsWith('{')).length;
    const equal = answers.every((answer, index) => answer === clean.answers[index]);
    const heap = `${heapMb[0] ?? 0}…${heapMb.at(-1) ?? 0} MB`;
    const counts = [done, CALLS - done - lost, lost].map(String);
    return [name, ...counts, equal ? 'yes' : 'NO', ...[faults, completed, paidAgain].map(String), heap, `${rssMb} MB`];
  }),
]);

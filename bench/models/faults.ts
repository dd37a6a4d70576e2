import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ModelTotals } from '@dsgen/engine';
import type { ModelServerOptions } from '@dsgen/testkit';
import { printTable, withTemporaryFolder } from '../support.ts';
import { CallsAtRisk, type RiskReport } from './calls-at-risk.ts';
import { startServerProcess, type ServerProcess } from './server.ts';

/**
 * `npm run bench:models:faults [-- <calls>]`: calls under ten percent of faults of all kinds, once without and once with the client killed
 * at random moments; both must end with the answers of a run without faults. A call that was paid twice must have been in flight at a
 * kill: answered by the server, not yet kept.
 */
const CALLS = Number(process.argv[2] ?? 10_000);
const KILLS = 20;
const CALLS_AT_ONCE = 64;
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
  const task = { folder, baseUrl: server.baseUrl, calls: CALLS, callsAtOnce: CALLS_AT_ONCE, seed };
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

interface ScenarioOutcome extends Outcome, RiskReport {
  readonly completed: number;
  readonly faults: number;
}

async function scenario(
  options: Omit<ModelServerOptions, 'answer' | 'onCompleted'>,
  kills: number,
): Promise<ScenarioOutcome> {
  const server = await startServerProcess({ latencyMs: LATENCY_MS, retryAfterSeconds: 0.2, seed: 7, ...options });
  try {
    return await withTemporaryFolder(async (folder) => {
      const calls = new CallsAtRisk(server, folder);
      for (let kill = 0; kill < kills; kill += 1) {
        await runAndKill(folder, server, kill);
        await calls.noteKill();
      }
      const outcome = await run(folder, server, kills);
      const report = await calls.report();
      const { completed, faults } = await server.statistics();
      const hit = Object.values(faults).reduce((sum, count) => sum + count, 0);
      return { ...outcome, ...report, completed, faults: hit };
    });
  } finally {
    server.end();
  }
}

const clean = await scenario({}, 0);
const faulty = await scenario({ faults: FAULTS }, 0);
const killed = await scenario({ faults: FAULTS }, KILLS);
const honoured = await scenario({ faults: FAULTS, honoursIdempotencyKey: true }, KILLS);

const runs = {
  'no faults': clean,
  '10% faults': faulty,
  [`10% faults, ${KILLS} kills`]: killed,
  'the same, idempotency keys honoured': honoured,
};

printTable(`Faults, ${CALLS} calls`, [
  ['run', 'done', 'other states', 'lost', 'equal to the clean run', 'faults', 'paid', 'heap over time', 'RSS'],
  ...Object.entries(runs).map(([name, { answers, completed, faults, heapMb, rssMb }]) => {
    const lost = answers.filter((answer) => answer === 'lost').length;
    const done = answers.filter((answer) => answer.startsWith('{')).length;
    const heap = `${heapMb[0] ?? 0}…${heapMb.at(-1) ?? 0} MB`;
    const counts = [done, CALLS - done - lost, lost].map(String);
    return [name, ...counts, isEqual(answers) ? 'yes' : 'NO', String(faults), String(completed), heap, `${rssMb} MB`];
  }),
]);

printTable(`Paid twice, ${CALLS_AT_ONCE} calls at once`, [
  ['run', 'paid again', 'of these not in flight at a kill', 'answered, not kept: at all kills', 'at one kill, at most'],
  ...Object.entries(runs).map(([name, { paidAgain, unexplained, atKills }]) => [
    name,
    ...[paidAgain, unexplained, atKills.reduce((sum, count) => sum + count, 0), Math.max(0, ...atKills)].map(String),
  ]),
]);

const isRight = Object.values(runs).every(
  ({ answers, unexplained, atKills }) =>
    isEqual(answers) && unexplained === 0 && atKills.every((count) => count <= CALLS_AT_ONCE),
);
if (!isRight)
  throw new Error('The tables show a lost or different answer, or a call that was paid twice without a kill.');

function isEqual(answers: readonly string[]): boolean {
  return answers.every((answer, index) => answer === clean.answers[index]);
}

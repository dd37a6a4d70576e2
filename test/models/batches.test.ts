import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { groundedAnswer, startModelServer, type ModelServer, type ModelServerOptions } from '@dsgen/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { runJson, startCli, temporaryFolder, type CliResult, type RunningCli } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';

const handbook = fileURLToPath(new URL('../../examples/handbook', import.meta.url));
const env = { OPENAI_API_KEY: 'sk-test-0123456789', ANTHROPIC_API_KEY: 'sk-test-0123456789' };

interface RunOptions {
  readonly cwd: string;
  readonly server: ModelServer;
  readonly model?: string;
  readonly args?: readonly string[];
}

function command({ server, model = 'openai/honest', args = [] }: RunOptions): string[] {
  const where = ['--model', model, '--base-url', server.baseUrl, '--votes', '1'];
  return ['generate', handbook, '--store', 'store', '--out', 'dataset', ...where, ...args];
}

function run(options: RunOptions): Promise<CliResult> {
  return runJson(command(options), { cwd: options.cwd, env });
}

async function start(options: ModelServerOptions = {}): Promise<ModelServer & AsyncDisposable> {
  const server = await startModelServer({ answer: groundedAnswer, ...options });
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}

/** What the same model gives in real time. */
async function inRealTime(model: string): Promise<RealTime> {
  await using folder = await temporaryFolder();
  await using server = await start();
  const { code, stderr } = await run({ cwd: folder.path, server, model });
  expect(code, stderr).toBe(0);
  const { batches, completed } = server.statistics();
  expect(batches).toBe(0);
  return { completed, hash: datasetHash(join(folder.path, 'dataset')) };
}

interface RealTime {
  /** Calls that were paid. */
  readonly completed: number;
  readonly hash: string;
}

let realTime: RealTime;

/** Until the run has a batch at the provider and its name on the disk. */
async function untilBatchIsKept(folder: string, { process }: RunningCli): Promise<void> {
  async function isKept(): Promise<boolean> {
    const names = await readdir(join(folder, 'store', 'artefacts', 'silver'), { recursive: true }).catch(() => []);
    return names.some((name) => /^batch@.*\/[0-9a-f]{64}$/u.test(name));
  }
  while (process.exitCode === null && !(await isKept())) await delay(20);
}

describe('generate with batches', () => {
  beforeAll(async () => {
    realTime = await inRealTime('openai/honest');
  });

  it.each(['openai/honest', 'anthropic/honest'])(
    'gives the bytes of real time with %s, and pays once',
    async (model) => {
      await using folder = await temporaryFolder();
      await using server = await start({ batches: { latencyMs: 500 } });
      const { code, stderr } = await run({ cwd: folder.path, server, model, args: ['--batch', 'always'] });
      expect(code, stderr).toBe(0);
      expect(server.statistics().batches).toBeGreaterThan(0);
      const { completed, hash } = await inRealTime(model);
      expect(server.statistics()).toMatchObject({ requests: 0, completedAgain: 0, completed });
      expect(datasetHash(join(folder.path, 'dataset'))).toBe(hash);
    },
  );

  it('goes on with the batch of a run that was killed, and never sends it again', async () => {
    await using folder = await temporaryFolder();
    const { promise: until, resolve: endBatches } = Promise.withResolvers<void>();
    await using server = await start({ batches: { until } });
    const options = { cwd: folder.path, server, args: ['--batch', 'always'] };
    const running = startCli(command(options), { cwd: folder.path, env });
    await untilBatchIsKept(folder.path, running);
    running.process.kill('SIGKILL');
    await running.result;
    endBatches();
    const { code, stderr } = await run(options);
    expect(code, stderr).toBe(0);
    const { completed, hash } = realTime;
    expect(server.statistics()).toMatchObject({ requests: 0, completedAgain: 0, completed });
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(hash);
  });

  it('leaves a batch at once on Ctrl-C, for the next run to go on with', async () => {
    await using folder = await temporaryFolder();
    const { promise: until, resolve: endBatches } = Promise.withResolvers<void>();
    await using server = await start({ batches: { until } });
    const options = { cwd: folder.path, server, args: ['--batch', 'always'] };
    const running = startCli(command(options), { cwd: folder.path, env });
    await untilBatchIsKept(folder.path, running);
    running.process.kill('SIGINT');
    const { code, stderr } = await running.result;
    expect(code, stderr).toBe(130);
    endBatches();
    const again = await run(options);
    expect(again.code, again.stderr).toBe(0);
    expect(server.statistics()).toMatchObject({ completedAgain: 0, completed: realTime.completed });
  });

  it('asks in real time for what a batch gave no answer to', async () => {
    await using folder = await temporaryFolder();
    await using server = await start({ batches: { failed: 0.2, expired: 0.3 }, seed: 3 });
    const { code, stderr } = await run({ cwd: folder.path, server, args: ['--batch', 'always'] });
    expect(code, stderr).toBe(0);
    const { completed, hash } = realTime;
    expect(server.statistics().requests).toBeGreaterThan(0);
    expect(server.statistics()).toMatchObject({ completedAgain: 0, completed });
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(hash);
  });
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  groundedAnswer,
  startModelServer,
  type ModelServer,
  type ModelServerOptions,
  type ServerRequest,
} from '@dsgen/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli, runJson, startCli, temporaryFolder, type CliResult } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';

const handbook = fileURLToPath(new URL('../../examples/handbook', import.meta.url));

interface Outcome {
  readonly records: number;
  readonly ledger: { readonly calls: { readonly total: number; readonly answered: number } };
  readonly model?: { readonly cost?: number };
  readonly error?: { readonly code: string; readonly message: string; readonly fix?: string };
}

interface Row {
  readonly id: string;
  readonly split: string;
  readonly sources: ReadonlyArray<{ readonly documentId: string }>;
  readonly lineage: {
    readonly documentId: string;
    readonly path: string;
    readonly otherDocuments?: ReadonlyArray<{ readonly documentId: string; readonly path: string }>;
  };
}

interface Server extends ModelServer, AsyncDisposable {
  /** Requests about two documents so far. */
  countPairs(): number;
}

interface RunOptions {
  readonly cwd: string;
  readonly server: ModelServer;
  readonly corpus?: string;
  readonly args?: readonly string[];
}

async function start(options: ModelServerOptions = {}): Promise<Server> {
  let pairs = 0;
  function answer(request: ServerRequest): string {
    if (isAboutTwo(request)) pairs += 1;
    return groundedAnswer(request);
  }
  const server = await startModelServer({ answer, ...options });
  return { ...server, countPairs: () => pairs, [Symbol.asyncDispose]: () => server.close() };
}

function isAboutTwo({ messages }: ServerRequest): boolean {
  return messages.some(({ content }) => content.includes('a part of each of two documents'));
}

/** Where the model is and what it is asked. */
function modelArgs({ server, args = [] }: RunOptions): string[] {
  const model = ['--model', 'openai-compatible/honest', '--base-url', server.baseUrl, '--across-documents', '2'];
  return ['--store', 'store', ...model, '--prompt', 'comparative', '--prompt', 'reasoning', ...args];
}

function command(options: RunOptions): string[] {
  return ['generate', options.corpus ?? handbook, '--out', 'dataset', ...modelArgs(options)];
}

function run(options: RunOptions): Promise<CliResult & { readonly json: Outcome }> {
  return runJson<Outcome>(command(options), { cwd: options.cwd });
}

function readRows<Value>(folder: string, name: string): Value[] {
  const lines = readFileSync(join(folder, 'dataset', name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Value);
}

function readPairs(folder: string): Row[] {
  return readRows<Row>(folder, 'lineage.jsonl').filter(({ lineage }) => lineage.otherDocuments !== undefined);
}

/** The dataset of a run at concurrency 1, for comparison. */
async function undisturbedHash(): Promise<string> {
  await using folder = await temporaryFolder();
  await using server = await start();
  const { code, stderr } = await run({ cwd: folder.path, server, args: ['--concurrency', '1'] });
  expect(code, stderr).toBe(0);
  return datasetHash(join(folder.path, 'dataset'));
}

let expected: string;

describe('generate across documents', () => {
  beforeAll(async () => {
    expected = await undisturbedHash();
  });

  it('makes records that rest on two documents, name both and prove themselves', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    const { code, stderr } = await run({ cwd: folder.path, server });
    expect(code, stderr).toBe(0);
    const pairs = readPairs(folder.path);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { lineage, sources } of pairs) {
      const [other] = lineage.otherDocuments ?? [];
      expect(other?.path && other.path < lineage.path).toBe(true);
      expect(new Set(sources.map(({ documentId }) => documentId))).toEqual(
        new Set([lineage.documentId, other?.documentId]),
      );
    }
    const asked = readRows<{ readonly otherDocument?: string }>(folder.path, 'calls.jsonl');
    expect(asked.filter(({ otherDocument }) => otherDocument !== undefined).length).toBe(server.countPairs());
    const verified = await runJson(['verify', 'dataset', '--corpus', handbook, '--store', 'store'], {
      cwd: folder.path,
    });
    expect(verified.code, verified.stderr).toBe(0);
  });

  it('shows and explains such a record with the passages of both documents', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    await run({ cwd: folder.path, server });
    const [record] = readPairs(folder.path);
    const other = record?.lineage.otherDocuments?.[0]?.path ?? '';
    const { code, stdout } = await runCli(['explain', record?.id ?? '', '--store', 'store'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('evidence, in its document');
    expect(stdout).toContain(`evidence, in ${other}`);
    expect(stdout).toMatch(new RegExp(String.raw`and document\s+${other}`, 'u'));
    expect(stdout).toMatch(new RegExp(String.raw`${other}, (?:page \d+, )?characters \d+ to \d+: "`, 'u'));
  });

  it('gives the same bytes at any concurrency, pays nothing in a second run and works offline', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    const first = await run({ cwd: folder.path, server, args: ['--concurrency', '8'] });
    expect(first.code, first.stderr).toBe(0);
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(expected);
    const { requests } = server.statistics();
    const again = await run({ cwd: folder.path, server, args: ['--offline'] });
    expect(again.code, again.stderr).toBe(0);
    expect(server.statistics().requests).toBe(requests);
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(expected);
  });

  it('goes on after a kill amid the pairs, and ends with the bytes of an undisturbed run', async () => {
    await using folder = await temporaryFolder();
    await using server = await start({ latencyMs: 100 });
    const running = startCli(command({ cwd: folder.path, server }), { cwd: folder.path });
    while (running.process.exitCode === null && server.countPairs() < 5) await delay(20);
    running.process.kill('SIGKILL');
    await running.result;
    const { code, stderr } = await run({ cwd: folder.path, server });
    expect(code, stderr).toBe(0);
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(expected);
  });

  it('makes a document again that was damaged, so that those after it are asked about with it as before', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    await run({ cwd: folder.path, server });
    const other = readPairs(folder.path)[0]?.lineage.otherDocuments?.[0]?.documentId ?? '';
    const silver = join(folder.path, 'store', 'artefacts', 'silver');
    const names = readdirSync(silver, { recursive: true, encoding: 'utf8' });
    const extracted = names
      .filter((name) => /^extract@.*\/[0-9a-f]{64}$/u.test(name))
      .map((name) => join(silver, name));
    const [damaged = ''] = extracted.filter((path) => readFileSync(path, 'utf8').includes(other));
    writeFileSync(damaged, '{');
    // Without what the model stage left, all of it is put together again.
    const written = names.filter((name) => /^model@[^/]*$/u.test(name));
    for (const name of written) rmSync(join(silver, name), { recursive: true });
    expect(written).toHaveLength(1);
    const again = await run({ cwd: folder.path, server, args: ['--offline'] });
    expect(again.code, again.stderr).toBe(0);
    expect(datasetHash(join(folder.path, 'dataset'))).toBe(expected);
  });

  it('is counted by a plan as a run then asks', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    const options = { cwd: folder.path, server };
    const plan = await runJson<{ readonly model: { readonly total: { readonly calls: { readonly likely: number } } } }>(
      ['plan', handbook, ...modelArgs(options), '--price', '1/2'],
      { cwd: folder.path },
    );
    expect(plan.code, plan.stderr).toBe(0);
    expect(server.statistics().requests).toBe(0);
    const { json } = await run(options);
    expect(server.countPairs()).toBeGreaterThan(0);
    expect(json.ledger.calls.answered).toBe(plan.json.model.total.calls.likely);
  });

  it('stops before the budget is exceeded, and then goes on to the bytes of a run without one', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    const price = ['--price', '1/2'];
    const poor = await run({ cwd: folder.path, server, args: [...price, '--budget', '0.05usd'] });
    expect(poor.code).toBe(4);
    expect(poor.json.error?.code).toBe('budget-spent');
    expect(poor.json.model?.cost).toBeLessThanOrEqual(0.05);
    const rich = await run({ cwd: folder.path, server, args: [...price, '--budget', '$50'] });
    expect(rich.code, rich.stderr).toBe(0);
    expect(server.statistics()).toMatchObject({ completed: rich.json.ledger.calls.total, completedAgain: 0 });
  });

  it('says which prompts there are where none in use is for several sections', async () => {
    await using folder = await temporaryFolder();
    await using server = await start();
    const { code, json } = await runJson<Outcome>(
      [
        'generate',
        handbook,
        '--model',
        'openai-compatible/honest',
        '--base-url',
        server.baseUrl,
        '--across-documents',
        '1',
      ],
      { cwd: folder.path },
    );
    expect(code).toBe(2);
    expect(json.error).toMatchObject({ code: 'prompt-missing', fix: expect.stringContaining('comparative') });
    expect(server.statistics().requests).toBe(0);
  });
});

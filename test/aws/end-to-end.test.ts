import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Lab } from '@dsgen/aws-lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder, type CliResult, type TemporaryFolder } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';
import { describeOnPlatform, isRealAccount } from '../support/describe-on-platform.ts';
import { deployPlatform, type DeployedPlatform } from '../support/deployed-platform.ts';

/*
 * The whole way of a user: deploy, upload and generate with the built command line, compare with this machine, destroy. It runs
 * on an emulator of AWS; with DSGEN_E2E_ACCOUNT=1 on the account of the machine's credentials, where it costs some cents.
 */

const HANDBOOK = fileURLToPath(new URL('../../examples/handbook', import.meta.url));

describeOnPlatform('the AWS back end, end to end', (lab) => {
  let folder: TemporaryFolder;
  let platform: DeployedPlatform;

  beforeAll(async () => {
    folder = await temporaryFolder();
    platform = await deployPlatform({ emulator: lab()?.services.ministack, home: folder.path });
  }, 900_000);
  afterAll(() => folder[Symbol.asyncDispose]());

  function dsgen(...args: readonly string[]): Promise<CliResult> {
    return runCli(args, { cwd: folder.path, env: platform.env, timeoutMs: 300_000 });
  }

  it('makes of the handbook what this machine makes of it, byte for byte', async () => {
    const there = await dsgen('generate', HANDBOOK, '--format', 'alpaca', '--out', 'there/dataset');
    expect(there).toMatchObject({ code: 0 });
    const options = { cwd: folder.path, env: { DSGEN_STORE: folder.at('store') } };
    const here = await runCli(['generate', HANDBOOK, '--format', 'alpaca', '--out', 'here/dataset'], options);
    expect(here).toMatchObject({ code: 0 });
    expect(datasetHash(folder.at('there', 'dataset'))).toEqual(datasetHash(folder.at('here', 'dataset')));
  });

  it('has a dataset whose every span is in the documents', async () => {
    const options = { cwd: folder.path, env: { DSGEN_STORE: folder.at('store') } };
    const verified = await runCli(['verify', 'there/dataset', '--corpus', HANDBOOK], options);
    expect(verified).toMatchObject({ code: 0 });
  });

  it('streams rows while the job runs, and gives the same again without working', async () => {
    const rows = await dsgen('generate', HANDBOOK, '--format', 'alpaca', '--out', '-');
    expect(rows).toMatchObject({ code: 0 });
    const written = await readFile(folder.at('there', 'dataset', 'train.jsonl'), 'utf8');
    expect(rows.stdout.split('\n').length).toBeGreaterThanOrEqual(written.split('\n').length);
    for (const line of written.trim().split('\n').slice(0, 20)) expect(rows.stdout).toContain(line);
  });

  it('lists its jobs', async () => {
    const { json } = await runJson<{ readonly jobs: ReadonlyArray<{ readonly state: string }> }>(['jobs', 'list'], {
      cwd: folder.path,
      env: platform.env,
    });
    expect(json.jobs.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('shows a job, copies its dataset and lists what it is made of', async () => {
    const options = { cwd: folder.path, env: platform.env };
    const listed = await runJson<{ readonly datasets: ReadonlyArray<{ readonly id: string }> }>(
      ['datasets', 'list'],
      options,
    );
    const [{ id }] = listed.json.datasets as [{ readonly id: string }];
    expect(await dsgen('datasets', 'download', id, '--out', 'copy/dataset')).toMatchObject({ code: 0 });
    expect(datasetHash(folder.at('copy', 'dataset'))).toBe(datasetHash(folder.at('there', 'dataset')));
    const watched = await dsgen('jobs', 'watch', id);
    expect(watched).toMatchObject({ code: 0 });
    expect(watched.stdout).toContain('State    done');
    const corpora = await dsgen('corpora', 'list');
    expect(corpora.stdout).toMatch(/corpus-[0-9a-f]{16}\s+handbook\s+22\s/u);
  });

  it('says what is wrong when there is no such platform', async () => {
    const lost = await runCli(['jobs', 'list', '--environment', 'nowhere'], { cwd: folder.path, env: platform.env });
    expect(lost.code).toBe(5);
    expect(lost.stderr).toContain('Cannot find the platform "nowhere"');
  });

  it('is gone when it is destroyed', async () => {
    await platform.destroy();
    const gone = await dsgen('jobs', 'list');
    expect(gone.code).toBe(5);
    expect(gone.stderr).toContain('nothing of that name is deployed there');
  });

  it.skipIf(isRealAccount)('leaves nothing behind but the bucket of the CDK', async () => {
    expect(await whatIsLeft(lab())).toEqual({ tables: 0, functions: 0, machines: 0, buckets: 1 });
  });
});

/** What the emulator still holds; the bucket is that of the CDK's own files. */
async function whatIsLeft(lab: Lab<'ministack'> | undefined): Promise<Record<string, number>> {
  const { endpoint = '' } = lab?.services.ministack ?? {};
  async function list(target: string, member: string): Promise<number> {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
    const response = await fetch(endpoint, { method: 'POST', headers, body: '{}' });
    return ((await response.json()) as Readonly<Record<string, readonly unknown[]>>)[member]?.length ?? Number.NaN;
  }
  const functions = await fetch(`${endpoint}/2015-03-31/functions/`);
  const { Functions } = (await functions.json()) as { readonly Functions: readonly unknown[] };
  const buckets = await fetch(endpoint);
  return {
    tables: await list('DynamoDB_20120810.ListTables', 'TableNames'),
    functions: Functions.length,
    machines: await list('AWSStepFunctions.ListStateMachines', 'stateMachines'),
    buckets: (await buckets.text()).split('<Bucket>').length - 1,
  };
}

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/cli.ts';
import { installedDependencies, startLocalRegistry } from '../support/local-registry.ts';

const run = promisify(execFile);
const workspace = fileURLToPath(new URL('../..', import.meta.url));
const sdkFolder = join(workspace, 'packages', 'sdk');

let folder: TemporaryFolder;
let app: string;
beforeAll(async () => {
  folder = await temporaryFolder({ ...HANDBOOK, 'app/package.json': '{ "name": "app", "private": true }' });
  app = folder.at('app');
  const needed = [...(await installedDependencies(sdkFolder))];
  await using registry = await startLocalRegistry({
    folders: needed.filter((path) => dirname(path) !== join(workspace, 'packages')),
    tarballs: await packSdk(folder.at('tarballs')),
  });
  await install(registry.url);
});
afterAll(() => folder[Symbol.asyncDispose]());

/** The SDK and the workspace packages below it, as they would be published: packing writes real versions for `workspace:*`. */
async function packSdk(destination: string): Promise<Parameters<typeof startLocalRegistry>[0]['tarballs']> {
  await mkdir(destination);
  const pack = ['--filter', '@dsgen/sdk...', 'pack', '--pack-destination', destination];
  await run('npm', ['run', '--silent', 'pnpm', '--', ...pack], { cwd: workspace });
  const names = (await readdir(destination)).filter((name) => name.endsWith('.tgz'));
  return Promise.all(
    names.map(async (name) => {
      const path = join(destination, name);
      const { stdout } = await run('tar', ['-xOzf', path, 'package/package.json']);
      return { path, manifest: JSON.parse(stdout) as { name: string; version: string } };
    }),
  );
}

/** With an empty home: nothing but the registry is there to help. */
async function install(registry: string): Promise<void> {
  const settings = ['--registry', registry, '--cache', folder.at('cache'), '--no-audit', '--no-fund'];
  const home = folder.at('home');
  await mkdir(home);
  await run('npm', ['install', '@dsgen/sdk', ...settings], {
    cwd: app,
    env: { PATH: process.env['PATH'] ?? '', HOME: home },
  });
}

/** Runs a program of the installed app on the corpus and gives the numbers it prints. */
async function runProgram(name: string, source: string): Promise<readonly number[]> {
  await writeFile(join(app, name), source);
  const { stdout } = await run(process.execPath, [name, folder.at('docs'), folder.at(name)], { cwd: app });
  return JSON.parse(stdout) as readonly number[];
}

const GENERATE = `
  const [corpus, place] = process.argv.slice(2);
  const dsgen = createDsgen({ store: place + '/store' });
  const job = await dsgen.generate({ paths: [corpus], out: place + '/dataset' });
  let streamed = 0;
  for await (const record of job.records()) streamed += record.messages.length > 1 ? 1 : 0;
  const { ledger, dataset } = await job.result();
  let failed = 0;
  for await (const { problems } of dsgen.verify({ dataset, paths: [corpus] })) failed += problems.length;
  await dsgen.close();
  console.log(JSON.stringify([streamed, ledger.candidates.accepted, failed]));`;

describe('the packed SDK, installed with plain npm', () => {
  it('needs no workspace', async () => {
    const manifest = await readFile(join(app, 'node_modules', '@dsgen', 'sdk', 'package.json'), 'utf8');
    expect(manifest).not.toContain('workspace:');
  });

  it.each([
    ['esm.mjs', `import { createDsgen } from '@dsgen/sdk';${GENERATE}`],
    ['commonjs.cjs', `const { createDsgen } = require('@dsgen/sdk');\n(async () => {${GENERATE}})();`],
    [
      'worker.mjs',
      `import { Worker, isMainThread } from 'node:worker_threads';
      import { createDsgen } from '@dsgen/sdk';
      if (isMainThread) new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
      else await work();
      async function work() {${GENERATE}}`,
    ],
  ])('makes a dataset that proves itself in %s', async (name, source) => {
    const [streamed, accepted, failed] = await runProgram(name, source);
    expect(accepted).toBeGreaterThan(0);
    expect(streamed).toBe(accepted);
    expect(failed).toBe(0);
  });

  it('has types that a program of TypeScript compiles against', async () => {
    const program = `import { createDsgen, defineRecipe, type DatasetRecord } from '@dsgen/sdk';
      await using dsgen = createDsgen();
      const job = await dsgen.generate({ paths: ['docs'], recipe: defineRecipe({ tasks: ['qa'] }) });
      const records: DatasetRecord[] = [];
      for await (const record of job.records()) records.push(record);
      // @ts-expect-error there is no such task
      defineRecipe({ tasks: ['riddles'] });
      export const total: number = records.length;`;
    await writeFile(join(app, 'typed.mts'), program);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'esnext', '--types', 'node'];
    const types = ['--typeRoots', join(workspace, 'node_modules', '@types')];
    const compiler = join(workspace, 'node_modules', '.bin', 'tsc');
    const compiled = run(compiler, ['--ignoreConfig', ...options, ...types, 'typed.mts'], { cwd: app });
    await expect(compiled.catch((error: { stdout: string }) => error.stdout)).resolves.toMatchObject({ stdout: '' });
  });
});

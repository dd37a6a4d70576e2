import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { temporaryFolder } from '../support/cli.ts';
import { installedDependencies } from '../support/local-registry.ts';

const run = promisify(execFile);
const cliFolder = fileURLToPath(new URL('../../packages/cli', import.meta.url));

async function pack(folder: string, destination: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination], {
    cwd: folder,
  });
  return join(destination, stdout.trim());
}

describe('the packed command line', () => {
  it('installs into an empty folder with plain npm, without a network, and makes a dataset there', async () => {
    await using folder = await temporaryFolder({
      'app/package.json': '{ "name": "app", "private": true }',
      ...HANDBOOK,
    });
    const app = folder.at('app');
    const packages = [cliFolder, ...(await installedDependencies(cliFolder))];
    const tarballs = await Promise.all(packages.map((name) => pack(name, folder.path)));
    const offline = ['--offline', '--cache', folder.at('empty-cache'), '--no-audit', '--no-fund', '--ignore-scripts'];
    await run('npm', ['install', ...offline, ...tarballs], { cwd: app });

    const program = join(app, 'node_modules', '.bin', 'dsgen');
    const version = await run(program, ['--version']);
    expect(version.stdout).toMatch(/^dsgen\/\d/);
    const { stdout } = await run(program, ['generate', folder.at('docs'), '--json'], { cwd: app });
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: join(app, 'dataset'),
      ledger: { documents: { total: 3, done: 3 } },
    });
    await run(program, ['verify', 'dataset', '--corpus', folder.at('docs')], { cwd: app });
  });

  it('carries no workspace package as a dependency', async () => {
    const manifest = JSON.parse(await readFile(join(cliFolder, 'package.json'), 'utf8')) as {
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    expect(Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@dsgen/'))).toEqual([]);
  });
});

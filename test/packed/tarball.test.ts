import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { temporaryFolder } from '../support/cli.ts';

const run = promisify(execFile);
const cliFolder = fileURLToPath(new URL('../../packages/cli', import.meta.url));

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Folders of everything a package needs at run time, as the workspace has it installed: a registry for the test. */
async function installedDependencies(folder: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const dependency = await findInstalled(name, folder);
    if (dependency === undefined || found.has(dependency)) continue;
    found.add(dependency);
    await installedDependencies(dependency, found);
  }
  return found;
}

/** Optional packages for other platforms are not installed. */
async function findInstalled(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpath(candidate);
  }
  return undefined;
}

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
    const manifest = JSON.parse(await readFile(join(cliFolder, 'package.json'), 'utf8')) as Manifest;
    expect(Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@dsgen/'))).toEqual([]);
  });
});

import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeFolders } from './code-folders.ts';

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'dsgen-code-')));
});
afterEach(() => rm(root, { recursive: true }));

async function writePackage(path: string, dependencies: readonly string[] = []): Promise<void> {
  await mkdir(join(root, path), { recursive: true });
  const manifest = { dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])) };
  await writeFile(join(root, path, 'package.json'), JSON.stringify(manifest));
}

async function link(path: string, target: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await symlink(join(root, target), join(root, path));
}

function folders(entry: string): string[] {
  return codeFolders(join(root, entry)).map((folder) => folder.slice(root.length + 1));
}

describe('codeFolders', () => {
  it('is one node_modules folder where a package manager put all packages into one', async () => {
    await writePackage('app/node_modules/dsgen', ['parser']);
    await writePackage('app/node_modules/parser', ['helper']);
    await writePackage('app/node_modules/helper');
    await writeFile(join(root, 'app/node_modules/dsgen/child.js'), '');
    expect(folders('app/node_modules/dsgen/child.js')).toEqual(['app/node_modules']);
  });

  it('follows packages of a workspace and of a store elsewhere', async () => {
    await writePackage('work/cli', ['parser', 'engine', 'optional']);
    await writePackage('work/engine', ['helper']);
    await writePackage('store/parser/node_modules/parser');
    await writePackage('store/helper/node_modules/helper');
    await link('work/cli/node_modules/parser', 'store/parser/node_modules/parser');
    await link('work/cli/node_modules/engine', 'work/engine');
    await link('work/engine/node_modules/helper', 'store/helper/node_modules/helper');
    await writeFile(join(root, 'work/cli/child.js'), '');
    expect(folders('work/cli/child.js').toSorted()).toEqual([
      'store/helper/node_modules',
      'store/parser/node_modules',
      'work/cli',
      'work/engine',
    ]);
  });

  it('allows every folder on the way where node_modules itself is a link', async () => {
    await writePackage('app', ['parser']);
    await writePackage('store/node_modules/parser');
    await link('shared/node_modules/parser', 'store/node_modules/parser');
    await link('app/node_modules', 'shared/node_modules');
    await writeFile(join(root, 'app/child.js'), '');
    expect(folders('app/child.js').toSorted()).toEqual(['app', 'shared/node_modules', 'store/node_modules']);
  });
});

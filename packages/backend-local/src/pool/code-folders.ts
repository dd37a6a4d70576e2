import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isWithin } from '../scan/corpus-paths.ts';

interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const NODE_MODULES = `${sep}node_modules${sep}`;

/**
 * The folders that hold the code of `entryFile` and of everything it may load: its package, and the packages that package depends on
 * wherever the package manager put them. Nothing else needs to be readable for it to run.
 */
export function codeFolders(entryFile: string): readonly string[] {
  const folders: string[] = [];
  const pending = [packageFolder(realpathSync(entryFile))];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (folders.some((known) => isWithin(known, folder))) continue;
    folders.push(outermostFolder(folder));
    for (const name of dependenciesOf(folder)) {
      const dependency = findDependency(name, folder);
      if (dependency !== undefined) pending.push(dependency);
    }
  }
  return folders;
}

function packageFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** Installed packages share a `node_modules` folder: allowing it once covers them all. */
function outermostFolder(folder: string): string {
  const index = folder.indexOf(NODE_MODULES);
  return index === -1 ? folder : folder.slice(0, index + NODE_MODULES.length - 1);
}

function dependenciesOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

/** Node's own search: `node_modules` here, then in each folder above. Optional dependencies may be missing. */
function findDependency(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (dirname(folder) === folder) return undefined;
  }
}

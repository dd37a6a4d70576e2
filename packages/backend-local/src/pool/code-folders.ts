import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isWithin } from '../scan/corpus-paths.ts';

interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const NODE_MODULES = `${sep}node_modules`;

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
    for (const name of dependenciesOf(folder)) pending.push(...findDependency(name, folder));
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
  const index = `${folder}${sep}`.indexOf(`${NODE_MODULES}${sep}`);
  return index === -1 ? folder : folder.slice(0, index + NODE_MODULES.length);
}

/** None for a folder of packages. */
function dependenciesOf(folder: string): readonly string[] {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as PackageManifest;
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

/**
 * Node's own search: `node_modules` here, then in each folder above. The package and the `node_modules` that names it may both be reached
 * by links, and Node reads along all of them. Optional dependencies may be missing.
 */
function findDependency(name: string, from: string): readonly string[] {
  for (let folder = from; ; folder = dirname(folder)) {
    const container = join(folder, 'node_modules');
    const candidate = join(container, name);
    if (existsSync(join(candidate, 'package.json'))) return [realpathSync(candidate), realpathSync(container)];
    if (dirname(folder) === folder) return [];
  }
}

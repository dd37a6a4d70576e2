import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const STORE_NAME = '.dsgen';

export interface StoreLocationOptions {
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}

/**
 * Where the embedded back end keeps its files for a corpus: `.dsgen` beside it, in the folder that holds all the paths.
 * A path that is or contains the working directory keeps its store inside, so that `dsgen generate .` never writes to a parent folder.
 */
export function storeBeside(paths: readonly string[], options: StoreLocationOptions = {}): string {
  const cwd = resolve(options.cwd ?? '.');
  const parents = paths.map((path) => {
    const absolute = resolve(cwd, path);
    return contains(absolute, cwd) ? absolute : dirname(absolute);
  });
  return join(parents.reduce(commonFolder, parents[0] ?? cwd), STORE_NAME);
}

/** The store of the working directory or of the nearest folder above it; where there is none, the place for a new one. */
export function nearestStore(options: StoreLocationOptions = {}): string {
  const cwd = resolve(options.cwd ?? '.');
  for (let folder = cwd; ; folder = dirname(folder)) {
    const store = join(folder, STORE_NAME);
    if (existsSync(store)) return store;
    if (dirname(folder) === folder) return join(cwd, STORE_NAME);
  }
}

function contains(folder: string, path: string): boolean {
  const step = relative(folder, path);
  return step === '' || (step !== '..' && !step.startsWith(`..${sep}`) && resolve(folder, step) === path);
}

function commonFolder(left: string, right: string): string {
  let folder = left;
  while (!contains(folder, right)) folder = dirname(folder);
  return folder;
}

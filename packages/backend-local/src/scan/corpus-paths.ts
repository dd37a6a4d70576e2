import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { InputError, UsageError } from '@dsgen/core';

/** What a user named, with links resolved. */
export interface CorpusPath {
  readonly absolute: string;
  readonly isFolder: boolean;
}

export interface CorpusPaths {
  /** Deepest folder that holds all of the paths; document paths are relative to it. */
  readonly root: string;
  /** None lies below another. */
  readonly paths: readonly CorpusPath[];
}

/**
 * Finds the files and folders a user named.
 *
 * @throws UsageError `no-paths`
 * @throws InputError `path-missing`, `path-unreadable`
 */
export async function resolveCorpusPaths(paths: readonly string[]): Promise<CorpusPaths> {
  if (paths.length === 0) {
    throw new UsageError({
      code: 'no-paths',
      message: 'Cannot link a corpus of no paths',
      fix: 'Name at least one file or folder.',
    });
  }
  const found = await Promise.all(paths.map(findPath));
  const outermost = found.filter((path, index) => !found.some((other, at) => covers(other, path, at < index)));
  const root = commonFolder(outermost.map((path) => (path.isFolder ? path.absolute : dirname(path.absolute))));
  return { root, paths: outermost };
}

/** Whether `path` is `folder` or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function findPath(path: string): Promise<CorpusPath> {
  try {
    const absolute = await realpath(resolve(path));
    return { absolute, isFolder: (await stat(absolute)).isDirectory() };
  } catch (error) {
    throw await pathError(path, error as NodeJS.ErrnoException);
  }
}

async function pathError(path: string, cause: NodeJS.ErrnoException): Promise<InputError> {
  const isBrokenLink = cause.code === 'ENOENT' && (await lstat(resolve(path)).catch(() => undefined)) !== undefined;
  const problem = isBrokenLink ? 'it is a link to nothing' : describe(cause);
  return new InputError({
    code: cause.code === 'ENOENT' ? 'path-missing' : 'path-unreadable',
    message: `Cannot read ${JSON.stringify(path)}: ${problem}`,
    fix: 'Name a file or folder that exists and that you may read.',
    data: { path },
    cause,
  });
}

function describe(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'ENOENT') return 'there is no such file or folder';
  if (cause.code === 'EACCES') return 'access is denied';
  if (cause.code === 'ELOOP') return 'it is a loop of links';
  if (cause.code === 'ENAMETOOLONG') return 'the name is too long';
  return cause.code ?? cause.message;
}

/** A path named twice is covered by its first mention. */
function covers(other: CorpusPath, path: CorpusPath, isEarlier: boolean): boolean {
  if (other.absolute === path.absolute) return isEarlier;
  return other.isFolder && isWithin(other.absolute, path.absolute);
}

function commonFolder(folders: readonly string[]): string {
  const [first = sep, ...others] = folders;
  let common = first;
  while (!others.every((folder) => isWithin(common, folder))) common = dirname(common);
  return common;
}

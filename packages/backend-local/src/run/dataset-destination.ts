import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { BackendError, InputError, UsageError, type DatasetManifest } from '@dsgen/core';
import { makeFolder, syncFolder } from '../store/durable-file.ts';
import { explainIoError } from '../store/explain-io-error.ts';

/** A dataset folder that is being written beside its destination. */
export interface DatasetDestination {
  /** Absolute folder the files are written into. */
  readonly folder: string;
  /** Puts the finished folder in the place of the destination. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** The file that makes a folder a dataset; written last, so a folder that has it is whole. */
export const MANIFEST_NAME = 'dataset.json';
const MANIFEST_KIND: DatasetManifest['kind'] = 'dsgen/dataset';

/**
 * Makes room for a dataset: cleans up after runs that were killed, checks that the destination may be replaced and makes a folder
 * beside it.
 *
 * @throws UsageError `destination-exists`, `destination-not-a-folder`
 * @throws BackendError `destination-busy`, or what {@link explainIoError} makes of a refusal
 */
export async function openDestination(destination: string): Promise<DatasetDestination> {
  const target = resolve(destination);
  const unfinished = `${siblingPrefix(target)}-${process.pid}`;
  try {
    await makeFolder(dirname(target));
    await recoverDestination(target);
    await assertReplaceable(target);
    await mkdir(unfinished);
  } catch (error) {
    throw explainIoError(error, target);
  }
  return {
    folder: unfinished,
    publish: () => publish(unfinished, target),
    discard: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/**
 * Finishes or undoes what a killed run began at this destination. An unfinished folder goes; a replaced dataset comes back when
 * nothing has taken its place.
 *
 * @throws BackendError `destination-busy` when a process that still runs is writing there
 */
export async function recoverDestination(destination: string): Promise<void> {
  const target = resolve(destination);
  for (const { path, pid } of await findUnfinished(target)) {
    if (pid !== process.pid && isAlive(pid)) throw busyError(target, path, pid);
    await rm(path, { recursive: true, force: true });
  }
  const replaced = `${siblingPrefix(target)}-replaced`;
  if (!(await isFolder(replaced))) return;
  if (await isFolder(target)) await rm(replaced, { recursive: true, force: true });
  else await rename(replaced, target);
}

/** Folders beside the destination that runs left or are filling; each carries its process in its name. */
async function findUnfinished(target: string): Promise<ReadonlyArray<{ readonly path: string; readonly pid: number }>> {
  const prefix = `${basename(siblingPrefix(target))}-`;
  const names = (await readNames(dirname(target))) ?? [];
  const own = names.filter((name) => name.startsWith(prefix) && /^\d+$/u.test(name.slice(prefix.length)));
  return own.map((name) => ({ path: join(dirname(target), name), pid: Number(name.slice(prefix.length)) }));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busyError(target: string, path: string, pid: number): BackendError {
  return new BackendError({
    code: 'destination-busy',
    message: `Cannot write a dataset to ${JSON.stringify(target)}: process ${pid} is writing one there`,
    fix: `Wait for it to finish or choose another folder with --out. When process ${pid} is not dsgen, delete ${JSON.stringify(path)}.`,
    data: { path: target, pid },
    isRetryable: true,
  });
}

/**
 * Reads the manifest of a dataset folder, or gives undefined when the folder holds no dataset.
 *
 * @throws InputError `manifest-invalid`
 */
export async function readManifest(folder: string): Promise<DatasetManifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8')) as DatasetManifest | null;
    if (manifest?.kind !== MANIFEST_KIND) return undefined;
    assertOwnNames(manifest, folder);
    return manifest;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof SyntaxError || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A manifest from elsewhere may not name files outside of its folder: what it names is read, copied and overwritten. */
function assertOwnNames({ files }: DatasetManifest, folder: string): void {
  const stray = files.find(({ name }) => isAbsolute(name) || /\\|\0|(?:^|\/)\.{0,2}(?:\/|$)/u.test(name));
  if (stray === undefined) return;
  throw new InputError({
    code: 'manifest-invalid',
    message: `Cannot open the dataset ${JSON.stringify(folder)}: its manifest names ${JSON.stringify(stray.name)}, which is no file of it`,
    fix: 'Do not use it: dsgen did not write it so.',
  });
}

/**
 * Throws unless the folder is missing, empty, or a dataset with nothing else in it.
 *
 * @throws UsageError `destination-exists`, `destination-not-a-folder`
 */
export async function assertReplaceable(target: string): Promise<void> {
  const names = await readNames(target);
  if (names === undefined || names.length === 0) return;
  const manifest = await readManifest(target);
  const foreign = manifest === undefined ? names : names.filter((name) => !isOwn(manifest, name));
  if (foreign.length === 0) return;
  throw new UsageError({
    code: 'destination-exists',
    message: `Cannot write a dataset to ${JSON.stringify(target)}: the folder holds ${describeNames(foreign)}`,
    fix: 'Choose another folder with --out, or move these files away.',
    data: { path: target, names: foreign },
  });
}

function isOwn(manifest: DatasetManifest, name: string): boolean {
  return (
    name === MANIFEST_NAME || manifest.files.some((file) => file.name === name || file.name.startsWith(`${name}/`))
  );
}

function describeNames(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => JSON.stringify(name));
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}

/** The names in a folder, or undefined when there is nothing. */
async function readNames(target: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(target)).toSorted();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return undefined;
    if (code !== 'ENOTDIR') throw error;
    throw new UsageError({
      code: 'destination-not-a-folder',
      message: `Cannot write a dataset to ${JSON.stringify(target)}: a file of that name exists`,
      fix: 'Choose another folder with --out, or delete the file.',
      data: { path: target },
    });
  }
}

/**
 * No system call of Node swaps two folders, so the old one steps aside first. A kill between the two renames leaves both folders whole
 * beside the destination, and {@link recoverDestination} puts the old one back.
 */
async function publish(unfinished: string, target: string): Promise<void> {
  const replaced = `${siblingPrefix(target)}-replaced`;
  try {
    await assertReplaceable(target);
    await syncFolder(unfinished);
    if (await isFolder(target)) await moveAside(target, replaced);
    await rename(unfinished, target);
    await syncFolder(dirname(target));
    await rm(replaced, { recursive: true, force: true });
  } catch (error) {
    throw explainIoError(error, target);
  }
}

async function moveAside(target: string, replaced: string): Promise<void> {
  const isEmpty = (await readdir(target)).length === 0;
  if (isEmpty) await rmdir(target);
  else await rename(target, replaced);
}

/** Hidden, of bounded length whatever the destination's name, and left out of any corpus by how it begins. */
function siblingPrefix(target: string): string {
  const key = createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);
  return join(dirname(target), `.dsgen-${key}`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

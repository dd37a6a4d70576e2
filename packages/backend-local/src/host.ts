import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_LIMITS, type LocalLimits } from './limits.ts';
import { recoverDestination } from './run/dataset-destination.ts';
import { openState, type State } from './state/open-state.ts';
import { makeFolder } from './store/durable-file.ts';
import { explainIoError } from './store/explain-io-error.ts';
import { createFileArtefactStore, type FileArtefactStore } from './store/file-artefact-store.ts';
import { takeStoreLock, type StoreLock } from './store/store-lock.ts';

export interface HostOptions {
  readonly store: string;
  readonly concurrency?: number | undefined;
  readonly limits?: Partial<LocalLimits> | undefined;
  readonly lockWaitMs?: number | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** An open store and how to work in it. */
export interface Host {
  /** Absolute. */
  readonly folder: string;
  readonly artefacts: FileArtefactStore;
  /** For files until they are whole; cleared when work starts. */
  readonly temporaryFolder: string;
  readonly state: State;
  readonly limits: LocalLimits;
  readonly concurrency: number;
  /** Holds the keys of model providers. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Makes this process the one that works in the store, until the host is closed.
   *
   * @throws BackendError `store-locked`
   */
  startWork(signal?: AbortSignal): Promise<void>;
  close(): void;
}

const DEFAULT_LOCK_WAIT_MS = 20_000;

/** Opens a store, making it when it is missing. Reading needs no lock. */
export async function openHost(options: HostOptions): Promise<Host> {
  const folder = resolve(options.store);
  const temporaryFolder = join(folder, 'temporary');
  const artefacts = await createFolders(folder, temporaryFolder);
  const state = await openState(folder);
  let lock: Promise<StoreLock> | undefined;
  async function lockAndCleanUp(waitMs: number, signal: AbortSignal | undefined): Promise<StoreLock> {
    const taken = await takeStoreLock(folder, { waitMs, signal });
    try {
      await artefacts.recover();
      await cleanUp(state, temporaryFolder);
      return taken;
    } catch (error) {
      taken.release();
      throw explainIoError(error, folder);
    }
  }
  // Jobs of a process that was killed still read as running; when nobody works here, set that right now.
  await lockAndCleanUp(0, undefined).then(
    (taken) => taken.release(),
    () => undefined,
  );
  return {
    folder,
    artefacts,
    temporaryFolder,
    state,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    concurrency: options.concurrency ?? availableParallelism(),
    environment: options.environment ?? process.env,
    async startWork(signal) {
      lock ??= lockAndCleanUp(options.lockWaitMs ?? DEFAULT_LOCK_WAIT_MS, signal);
      try {
        await lock;
      } catch (error) {
        lock = undefined;
        throw error;
      }
    },
    close() {
      void lock?.then((taken) => taken.release());
      state.close();
    },
  };
}

async function createFolders(folder: string, temporaryFolder: string): Promise<FileArtefactStore> {
  try {
    await makeFolder(folder);
    // A store is a cache of this machine: it never belongs into a repository.
    await writeFile(join(folder, '.gitignore'), '*\n');
    // Made now, because a document process may only be allowed to read folders that exist when it starts.
    await mkdir(join(folder, 'artefacts', 'silver'), { recursive: true });
    return await createFileArtefactStore({ folder: join(folder, 'artefacts'), temporaryFolder });
  } catch (error) {
    throw explainIoError(error, folder);
  }
}

/** Sets right what a killed process left: half-written files, half-swapped datasets, jobs that look as if they ran. */
async function cleanUp(state: State, temporaryFolder: string): Promise<void> {
  for (const name of await readdir(temporaryFolder)) await rm(join(temporaryFolder, name), { force: true });
  state.entries.deleteUnowned();
  for (const job of state.jobs.list()) {
    if (job.state !== 'running' && job.state !== 'queued') continue;
    state.jobs.update(job.id, { state: 'interrupted' });
    // A busy or unreachable destination is reported by the run that needs it.
    await recoverDestination(job.destination).catch(() => undefined);
  }
}

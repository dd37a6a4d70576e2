import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { BackendError } from '@dsgen/core';
import { loadSqlite } from '../state/load-sqlite.ts';
import { explainIoError } from './explain-io-error.ts';

const SQLITE_BUSY = 5;
const RETRY_MS = 100;

export interface StoreLock {
  release(): void;
}

export interface TakeStoreLockOptions {
  /** How long to wait for another process, in milliseconds. */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes this process the only one that works in a store. The lock is SQLite's own on a file of its own: the operating system
 * frees it with the process, however that ends, so no lock is ever stale.
 *
 * @throws BackendError `store-locked`, naming the process that holds it
 */
export async function takeStoreLock(storeFolder: string, options: TakeStoreLockOptions): Promise<StoreLock> {
  const ownerPath = join(storeFolder, 'lock-owner');
  const attempts = Math.ceil(options.waitMs / RETRY_MS);
  for (let attempt = 0; ; attempt += 1) {
    const database = tryLock(storeFolder);
    if (database !== undefined) {
      await recordOwner(database, ownerPath);
      return { release: () => database.close() };
    }
    if (attempt >= attempts) throw await lockedError(storeFolder, ownerPath);
    await delay(RETRY_MS, undefined, { signal: options.signal });
  }
}

function tryLock(storeFolder: string): DatabaseSync | undefined {
  const { DatabaseSync } = loadSqlite();
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(storeFolder, 'lock.sqlite'));
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw explainIoError(error, storeFolder);
  }
}

async function recordOwner(database: DatabaseSync, ownerPath: string): Promise<void> {
  try {
    await writeFile(ownerPath, `${process.pid}\n`);
  } catch (error) {
    database.close();
    throw explainIoError(error, ownerPath);
  }
}

async function lockedError(storeFolder: string, ownerPath: string): Promise<BackendError> {
  const pid = Number.parseInt(await readFile(ownerPath, 'utf8').catch(() => ''), 10);
  const owner = Number.isNaN(pid) ? 'another process' : `process ${pid}`;
  return new BackendError({
    code: 'store-locked',
    message: `Cannot work in the store ${JSON.stringify(storeFolder)}: ${owner} is working in it`,
    fix: 'Wait for it to finish, stop it, or choose another store with --store.',
    data: { path: storeFolder, ...(Number.isNaN(pid) ? {} : { pid }) },
    isRetryable: true,
  });
}

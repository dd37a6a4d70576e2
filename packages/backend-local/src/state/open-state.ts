import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { BackendError } from '@dsgen/core';
import { explainIoError } from '../store/explain-io-error.ts';
import { createCorpusTable, type CorpusTable } from './corpus-table.ts';
import { createCorpusEntryTable, type CorpusEntryTable } from './corpus-entry-table.ts';
import { createDatasetTable, type DatasetTable } from './dataset-table.ts';
import { createEventTable, type EventTable } from './event-table.ts';
import { createFileFactTable, type FileFactTable } from './file-fact-table.ts';
import { createJobTable, type JobTable } from './job-table.ts';
import { loadSqlite } from './load-sqlite.ts';

/** Raise it with every change of the tables below. */
const SCHEMA_VERSION = 2;

/** `position` is the order of paths by code units, which SQLite's own order (UTF-8 bytes) is not. */
const SCHEMA = `
  CREATE TABLE corpora (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, paths TEXT NOT NULL, sealed INTEGER NOT NULL,
    documents INTEGER NOT NULL, bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE corpus_entries (
    corpus_id TEXT NOT NULL, path TEXT NOT NULL, position INTEGER NOT NULL, bytes INTEGER NOT NULL, document_id TEXT,
    file TEXT, refusal TEXT, PRIMARY KEY (corpus_id, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX corpus_entries_by_position ON corpus_entries (corpus_id, position);
  CREATE TABLE file_facts (
    path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, document_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE jobs (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, corpus_id TEXT NOT NULL,
    recipe TEXT NOT NULL, dataset_name TEXT NOT NULL, destination TEXT NOT NULL, concurrency INTEGER,
    model TEXT, spent_usd REAL NOT NULL DEFAULT 0, cancel_requested INTEGER NOT NULL DEFAULT 0, dataset_id TEXT, ledger TEXT, error TEXT
  ) STRICT;
  CREATE TABLE events (
    job_id TEXT NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (job_id, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE datasets (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, job_id TEXT NOT NULL, location TEXT NOT NULL UNIQUE, records INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** What the store remembers beside artefacts: corpora, jobs, events, datasets and the hashes of files it has seen. */
export interface State {
  readonly corpora: CorpusTable;
  readonly entries: CorpusEntryTable;
  readonly jobs: JobTable;
  readonly events: EventTable;
  readonly datasets: DatasetTable;
  readonly fileFacts: FileFactTable;
  close(): void;
}

const SQLITE_BUSY = 5;
const BUSY_RETRY_MS = 20;
const BUSY_RETRIES = 500;

/**
 * SQLite's own timeout does not cover the switch to WAL: of processes that open a new store at once, all but one are told that it is
 * busy, whatever they would wait. So that is tried again, for 10 s.
 *
 * @throws BackendError `state-damaged`, `state-too-new`, or what {@link explainIoError} makes of a refusal
 */
export async function openState(storeFolder: string): Promise<State> {
  for (let retries = 0; ; retries += 1) {
    try {
      return openOnce(storeFolder);
    } catch (error) {
      const isBusy = (error as { errcode?: number }).errcode === SQLITE_BUSY;
      if (!isBusy || retries === BUSY_RETRIES) throw explainIoError(error, storeFolder);
    }
    await delay(BUSY_RETRY_MS);
  }
}

function openOnce(storeFolder: string): State {
  const database = openDatabase(join(storeFolder, 'state.sqlite'));
  try {
    migrate(database, storeFolder);
    return createTables(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function createTables(database: DatabaseSync): State {
  return {
    corpora: createCorpusTable(database),
    entries: createCorpusEntryTable(database),
    jobs: createJobTable(database),
    events: createEventTable(database),
    datasets: createDatasetTable(database),
    fileFacts: createFileFactTable(database),
    close: () => database.close(),
  };
}

/**
 * With WAL and `synchronous = NORMAL` a power loss may forget the last transactions but never damages the file; artefacts,
 * which are what resuming relies on, are made durable on their own.
 */
function openDatabase(path: string): DatabaseSync {
  const { DatabaseSync } = loadSqlite();
  const database = new DatabaseSync(path, { timeout: 10_000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: DatabaseSync, storeFolder: string): void {
  database.exec('BEGIN IMMEDIATE');
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version === 0) database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`);
  if (version === 1) {
    database.exec(`
      ALTER TABLE jobs ADD COLUMN model TEXT;
      ALTER TABLE jobs ADD COLUMN spent_usd REAL NOT NULL DEFAULT 0;
      PRAGMA user_version = ${SCHEMA_VERSION}
    `);
  }
  database.exec('COMMIT');
  if (version <= SCHEMA_VERSION) return;
  throw new BackendError({
    code: 'state-too-new',
    message: `Cannot use the store ${JSON.stringify(storeFolder)}: its state has version ${version}, this dsgen knows ${SCHEMA_VERSION}`,
    fix: 'Update dsgen, or choose another store with --store.',
  });
}

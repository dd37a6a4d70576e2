import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, loadSqlite } from '@dsgen/backend-local';
import { documentKey, type StoredBytes } from '../../corpus/corpus-item.ts';
import { createIdFilter } from './id-filter.ts';
import { createUploadEntries, type UploadEntries } from './upload-entries.ts';

/** What is known of a file's content as long as the file looks the same from outside. */
export interface FileFacts {
  readonly documentId: string;
  /** CRC32 of each part, for files that travel in parts. */
  readonly partChecksums: readonly number[];
}

export interface KnownFile {
  readonly path: string;
  readonly fingerprint: string;
  readonly facts: FileFacts;
}

/** A multipart upload that this machine began. */
export interface BegunUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * What earlier runs on this machine found out. All of it is a hint that saves reading and asking: the bucket is the truth, and
 * a run without this folder gives the same corpus.
 */
export interface UploadState {
  fileFacts(path: string, fingerprint: string): FileFacts | undefined;
  putFileFacts(files: readonly KnownFile[]): void;
  /** Where the bytes of a document were put or found. */
  stored(documentId: string): StoredBytes | undefined;
  putStored(documents: ReadonlyMap<string, StoredBytes>): void;
  /** The object is gone: so are the documents that were in it. */
  forgetObject(key: string): void;
  begun(key: string): BegunUpload | undefined;
  allBegun(): readonly BegunUpload[];
  putBegun(upload: BegunUpload): void;
  forgetBegun(key: string): void;
  /** Entries of one run; gone when the state is closed. */
  newEntries(): UploadEntries;
  close(): void;
}

const SCHEMA_VERSION = 2;
const SCHEMA = `
  CREATE TABLE file_facts (
    path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, document_id TEXT NOT NULL, part_checksums BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- The key of a pack; a document that is an object of its own has the key that its id gives.
  CREATE TABLE stored (document_id TEXT PRIMARY KEY, pack TEXT, offset INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX stored_by_pack ON stored (pack) WHERE pack IS NOT NULL;
  CREATE TABLE begun (
    key TEXT PRIMARY KEY, upload_id TEXT NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Opens what is known of one bucket and tenant; `name` tells targets apart. */
export function openUploadState(folder: string, name: string): UploadState {
  mkdirSync(folder, { recursive: true });
  const { DatabaseSync } = loadSqlite();
  const database = new DatabaseSync(join(folder, `${name}.sqlite`), { timeout: 10_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  migrate(database);
  return {
    ...factTable(database),
    ...storedTable(database),
    ...begunTable(database),
    newEntries: () => createUploadEntries(database),
    close: () => database.close(),
  };
}

/** A state of another version is only hints: it is dropped. */
function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (version === SCHEMA_VERSION) return;
    for (const table of ['file_facts', 'stored', 'begun']) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

function factTable(database: DatabaseSync): Pick<UploadState, 'fileFacts' | 'putFileFacts'> {
  const select = database.prepare(
    'SELECT document_id, part_checksums FROM file_facts WHERE path = ? AND fingerprint = ?',
  );
  const put = database.prepare('INSERT OR REPLACE INTO file_facts VALUES (?, ?, ?, ?)');
  // What this run learns it does not ask for again, so a new state need not be asked at all.
  const isNew = database.prepare('SELECT 1 FROM file_facts LIMIT 1').get() === undefined;
  return {
    fileFacts(path, fingerprint) {
      if (isNew) return undefined;
      const row = select.get(path, fingerprint);
      if (row === undefined) return undefined;
      const checksums = row['part_checksums'] as Uint8Array;
      return { documentId: String(row['document_id']), partChecksums: decodeChecksums(checksums) };
    },
    putFileFacts(files) {
      inTransaction(database, () => {
        for (const { path, fingerprint, facts } of files) {
          put.run(path, fingerprint, facts.documentId, encodeChecksums(facts.partChecksums));
        }
      });
    },
  };
}

function storedTable(database: DatabaseSync): Pick<UploadState, 'stored' | 'putStored' | 'forgetObject'> {
  const select = database.prepare('SELECT pack, offset FROM stored WHERE document_id = ?');
  const put = database.prepare('INSERT OR REPLACE INTO stored VALUES (?, ?, ?)');
  const forgetDocument = database.prepare('DELETE FROM stored WHERE document_id = ? AND pack IS NULL');
  const forgetPack = database.prepare('DELETE FROM stored WHERE pack = ?');
  // In a new state there is only what this run puts there, which is asked for again only where documents are alike.
  const isNew = database.prepare('SELECT 1 FROM stored LIMIT 1').get() === undefined;
  const putBefore = createIdFilter();
  return {
    stored(documentId) {
      if (isNew && !putBefore.mayHave(documentId)) return undefined;
      const row = select.get(documentId);
      if (row === undefined) return undefined;
      const { pack, offset } = row;
      return typeof pack === 'string' ? { key: pack, offset: Number(offset) } : { key: documentKey(documentId) };
    },
    putStored(documents) {
      inTransaction(database, () => {
        for (const [documentId, { key, offset }] of documents) {
          putBefore.add(documentId);
          put.run(documentId, offset === undefined ? null : key, offset ?? null);
        }
      });
    },
    forgetObject(key) {
      forgetPack.run(key);
      forgetDocument.run(key.slice(key.lastIndexOf('/') + 1));
    },
  };
}

function begunTable(database: DatabaseSync): Pick<UploadState, 'begun' | 'allBegun' | 'putBegun' | 'forgetBegun'> {
  const select = database.prepare('SELECT * FROM begun WHERE key = ?');
  const all = database.prepare('SELECT * FROM begun ORDER BY key');
  const put = database.prepare('INSERT OR REPLACE INTO begun VALUES (?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM begun WHERE key = ?');
  return {
    begun(key) {
      const row = select.get(key);
      return row === undefined ? undefined : toBegun(row);
    },
    allBegun: () => all.all().map(toBegun),
    putBegun: ({ key, uploadId, path, bytes }) => void put.run(key, uploadId, path, bytes),
    forgetBegun: (key) => void forget.run(key),
  };
}

function toBegun(row: Readonly<Record<string, unknown>>): BegunUpload {
  return {
    key: String(row['key']),
    uploadId: String(row['upload_id']),
    path: String(row['path']),
    bytes: Number(row['bytes']),
  };
}

function encodeChecksums(checksums: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * checksums.length);
  for (const [index, checksum] of checksums.entries()) bytes.writeUInt32BE(checksum, 4 * index);
  return bytes;
}

function decodeChecksums(bytes: Uint8Array): readonly number[] {
  const view = Buffer.from(bytes);
  return Array.from({ length: view.byteLength / 4 }, (_, index) => view.readUInt32BE(4 * index));
}
